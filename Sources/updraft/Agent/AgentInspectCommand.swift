import ArgumentParser
import Documents
import Facts
import LiveWorld
import NodeAgent

/// `updraft agent inspect --benchmark cpu,mem --form facts`
struct AgentInspectCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inspect",
        abstract: "Tells what this machine is, as ironic-python-agent or the hardware tool do.",
        discussion: """
            Reads /sys and /proc and asks lshw, lscpu, dmidecode, smartctl, ethtool, ipmitool and \
            the tools of RAID controllers where they are installed; measures with sysbench and \
            fio. What cannot be found out or measured is left out, and named on standard error \
            and among 'remarks':

              updraft agent inspect > node.json
              updraft agent inspect --form facts > node.hw
              updraft agent inspect --benchmark cpu,mem,disk > node.json

            Disks are read from only. With --destructive they are written to, which destroys what \
            is on them, except those that carry something that runs.

            Exit status: 0 done, 1 the machine cannot be read, 130 stopped.
            """
    )

    /// The form of what is told.
    enum Form: String, ExpressibleByArgument, CaseIterable {
        case inventory
        case facts
    }

    @Option(help: "inventory is ironic-python-agent's JSON, facts the hardware tool's list.")
    var form = Form.inventory

    @Option(help: "What is measured, by commas: cpu, mem, disk, net.")
    var benchmark: String?

    @Flag(help: "Measure writing to disks too. What is on them is lost.")
    var destructive = false

    @Option(help: "How many seconds each test lasts, instead of 10 for cpu and disk, 5 for mem.")
    var seconds: Int?

    @Flag(help: "Ask the hardware tool's tools. Benchmarks and the form of facts do so anyway.")
    var hardware = false

    @Option(help: "How many seconds to listen for switches on all links (LLDP).")
    var lldp: Int?

    func run() async throws {
        let order = MachineInspection.Order(
            hardware || form == .facts ? .hardware : .inventory, benchmark: try wanted(),
            listening: try listening())
        let inspection = try await inspect(order)
        for remark in inspection.remarks { StandardError.print(remark) }
        switch form {
        case .inventory: StandardOutput.print(inspection.document.indentedJSON)
        case .facts:
            StandardOutput.print(
                FactDocument(origin: "this machine", facts: inspection.facts).pythonText)
        }
        try StandardOutput.check()
    }

    /// How often it is looked whether somebody wants the end.
    private static let glance = Duration.milliseconds(50)

    /// Stopped by Ctrl-C and its kin, together with the tools that are at work.
    private func inspect(_ order: MachineInspection.Order) async throws -> MachineInspection {
        Signals.watch()
        do {
            return try await withThrowingTaskGroup(of: MachineInspection?.self) { group in
                group.addTask {
                    try await MachineInspection(
                        order, on: LiveNodeSystem(), listener: LiveLinkListener())
                }
                group.addTask {
                    while !Signals.wantEnd { try await Task.sleep(for: Self.glance) }
                    return nil
                }
                defer { group.cancelAll() }
                guard let inspection = try await group.next() ?? nil else {
                    throw NodeSystemError.stopped
                }
                return inspection
            }
        } catch {
            StandardError.print((error as? NodeSystemError)?.description ?? "\(error)")
            throw Signals.wantEnd ? ExitStatus.interrupted : ExitStatus.failed
        }
    }

    private func wanted() throws -> BenchmarkOrder? {
        guard let benchmark else { return nil }
        let parts = try benchmark.split(separator: ",").map { word in
            guard let part = BenchmarkPart(rawValue: String(word)) else {
                throw ValidationError("--benchmark takes cpu, mem, disk and net, not '\(word)'")
            }
            return part
        }
        let order = BenchmarkOrder(parts, disks: destructive ? .destructive : .readOnly)
        guard let seconds else { return order }
        guard (1...3_600).contains(seconds) else {
            throw ValidationError("--seconds is between 1 and 3600")
        }
        return order.lasting(seconds: seconds)
    }

    private func listening() throws -> Duration? {
        guard let lldp else { return nil }
        guard (1...600).contains(lldp) else {
            throw ValidationError("--lldp is between 1 and 600 seconds")
        }
        return .seconds(lldp)
    }
}
