import ArgumentParser
import Fleet
import Hardware

/// A command that asks the same of many controllers and shows what they say.
protocol FleetCommand: AsyncParsableCommand {
    associatedtype Answer: Sendable & Encodable

    var options: ControllerOptions { get }
    /// The columns of the table, without the target's name.
    var header: [String] { get }

    /// What virtual machines have none of, where the command asks for that.
    static var absentFromDomains: String? { get }

    /// What is asked of one controller.
    var work: @Sendable (any MachineController) async throws(BMCError) -> Answer { get }
    /// The rows of the table that an answer makes, without the target's name.
    func cells(_ answer: Answer) -> [[String]]
}

extension FleetCommand {
    static var absentFromDomains: String? { nil }

    func run() async throws {
        if options.via == .libvirt, let absent = Self.absentFromDomains {
            throw ValidationError("Domains have no \(absent): --via libvirt is not for this.")
        }
        let targets = try await options.resolve()
        let link = try ControllerLink(options)
        let round = FleetRound(link: link, targets: targets, work: work)
        let outcomes = await withTaskExecutorPreference(link.executor) { await round.run() }
        await link.close()
        try FleetReport(outcomes: outcomes, header: header, cells: cells)
            .print(asJSON: options.json)
    }
}
