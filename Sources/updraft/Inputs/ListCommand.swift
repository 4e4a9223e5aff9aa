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
            """
    )

    @Argument(help: "The folder to look in, with all below it.", completion: .directory)
    var folder = "Scenarios"

    @Flag(help: "One JSON document on standard output.")
    var json = false

    func run() throws {
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

    private func printJSON(_ scenarios: [ListedScenario]) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        StandardOutput.print(String(decoding: try encoder.encode(scenarios), as: UTF8.self))
        try StandardOutput.check()
    }
}
