import ArgumentParser
import Foundation

/// `updraft list Scenarios/fast`
struct ListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Lists scenarios with the question each of them asks.",
        discussion: """
            The question is the first paragraph of a file's header comment:

              updraft list
              updraft list Scenarios/negative
              updraft list --json

            With --faults it lists what can go wrong instead: the ways in which machines, and what
            they share, can fail or lie, and what people, clocks and the control plane itself do;
            what each befalls, and where it was met in the field.
            """
    )

    @Argument(help: "The folder to look in, with all below it.", completion: .directory)
    var folder = "Scenarios"

    @Flag(help: "One JSON document on standard output.")
    var json = false

    @Flag(help: "What can go wrong, in place of scenarios.")
    var faults = false

    func run() throws {
        if faults { return try listFaults() }
        guard let scenarios = ListedScenario.all(below: folder) else {
            StandardError.print("\(folder): there is no such folder")
            throw ExitStatus.badInput
        }
        if json { return try printJSON(scenarios) }
        let width = scenarios.map(\.path.count).max() ?? 0
        for scenario in scenarios {
            let padding = String(repeating: " ", count: width - scenario.path.count)
            StandardOutput.print("\(scenario.path)\(padding)  \(scenario.summary)")
        }
        try StandardOutput.check()
    }

    private func listFaults() throws {
        let listed = ListedFault.all
        if json { return try printJSON(listed) }
        for fault in listed { StandardOutput.print(fault.text) }
        try StandardOutput.check()
    }

    private func printJSON(_ listed: [some Encodable]) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        StandardOutput.print(String(decoding: try encoder.encode(listed), as: UTF8.self))
        try StandardOutput.check()
    }
}
