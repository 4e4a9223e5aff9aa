import ArgumentParser
import Fleet
import Foundation
import LiveWorld

/// `updraft bmc fault dead node-3`
struct BMCFaultCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fault",
        abstract: "Breaks fake BMCs while they serve, and mends them again.",
        discussion: """
            Speaks to the `updraft bmc serve` of this user; where several are running, --control \
            says which.

              updraft bmc fault --list
              updraft bmc fault dead node-3 node-7
              updraft bmc fault slow --amount 2.5
              updraft bmc fault dead node-3 --repair
              updraft bmc fault --show

            Exit status: 0 done, 64 bad usage, 69 nobody takes orders there.
            """
    )

    @Argument(help: "The fault. With --repair, none means all.")
    var fault: String?

    @Argument(help: "Names of machines. Default: all of them.")
    var machines: [String] = []

    @Option(help: "How slow (in seconds), or how lossy (0 to 1).")
    var amount: Double?

    @Flag(help: "Ends the fault.")
    var `repair` = false

    @Flag(help: "Shows which faults are in force.")
    var show = false

    @Flag(help: "Lists the faults there are.")
    var list = false

    @Flag(help: "One JSON document on standard output.")
    var json = false

    @Option(help: "The socket that the serving program has named.")
    var control: String?

    func validate() throws {
        guard list || show || `repair` || fault != nil else {
            throw ValidationError("Say which fault; --list tells which there are.")
        }
        if let fault, FarmFault(name: fault) == nil, !list {
            let known = FarmFault.all.map(\.name).joined(separator: ", ")
            throw ValidationError("There is no fault '\(fault)'; there are \(known).")
        }
        guard let amount else { return }
        guard let range = chosen?.amount?.range else {
            throw ValidationError("--amount belongs to slow and lossy.")
        }
        guard range.contains(amount) else {
            throw ValidationError(
                "--amount lies between \(range.lowerBound) and \(range.upperBound).")
        }
    }

    private var chosen: FarmFault? { fault.flatMap { FarmFault(name: $0) } }

    func run() throws {
        if list { return try printList() }
        let verb: FaultOrder.Verb = show ? .show : `repair` ? .repair : .inject
        let answer = try ask(FaultOrder(verb, chosen, amount: amount, machines: machines))
        if let refusal = answer.refusal {
            StandardError.print("updraft bmc fault: \(refusal)")
            throw ExitStatus.badInput
        }
        try print(answer, verb)
        try StandardOutput.check()
    }

    private func ask(_ order: FaultOrder) throws -> FaultAnswer {
        let path = try path()
        let line = String(decoding: try JSONEncoder().encode(order), as: UTF8.self)
        do throws(SocketError) {
            guard let answer = try ControlSocket.ask(path, line) else {
                StandardError.print("\(path): it went away before it answered")
                throw SocketError(call: "read", code: 0)
            }
            guard let read = try? JSONDecoder().decode(FaultAnswer.self, from: Data(answer.utf8))
            else { return FaultAnswer(refusal: "\(path) answers in another language") }
            return read
        } catch {
            if error.code != 0 {
                StandardError.print("\(path): nobody takes orders there (\(error))")
            }
            throw ExitStatus.unavailable
        }
    }

    /// The socket that was named, or the one there is.
    private func path() throws -> String {
        if let control { return control }
        let found = RunDirectory.sockets
        guard let only = found.first, found.count == 1 else {
            StandardError.print(
                found.isEmpty
                    ? "no `updraft bmc serve` is running here; --control says where else"
                    : "several may be running, --control says which: "
                        + found.joined(separator: ", "))
            throw ExitStatus.unavailable
        }
        return only
    }

    private func print(_ answer: FaultAnswer, _ verb: FaultOrder.Verb) throws {
        if json {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            return StandardOutput.print(String(decoding: try encoder.encode(answer), as: UTF8.self))
        }
        if verb != .show { StandardOutput.print("done on \(answer.machines) machines") }
        guard verb == .show else { return }
        if answer.inForce.isEmpty { StandardOutput.print("no fault is in force") }
        for line in answer.inForce {
            StandardOutput.print("\(line.machine): \(line.faults.joined(separator: ", "))")
        }
    }

    private func printList() throws {
        let width = ControllerFault.allCases.map(\.rawValue.count).max() ?? 0
        for fault in FarmFault.all {
            let padding = String(repeating: " ", count: width - fault.name.count)
            let usual = fault.amount.map { " (--amount: \($0.meaning); \($0.usual))" } ?? ""
            let once = fault.isMoment ? "; happens once" : ""
            StandardOutput.print("\(fault.name)\(padding)  \(fault.summary)\(once)\(usual)")
        }
        try StandardOutput.check()
    }
}
