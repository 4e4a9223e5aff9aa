import ArgumentParser
import Hardware
import Harness

/// `updraft validate Scenarios/fast/bmc-silent.yaml`
struct ValidateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "validate",
        abstract: "Reads scenario files, and the inventories they name, and runs nothing.",
        discussion: """
            Tells every problem of every file at once, each with its file, line and key:

              updraft validate Scenarios/minimal.yaml
              updraft validate Scenarios/*.yaml Scenarios/*/*.yaml

            Exit status: 0 all files are good, 64 some are not.
            """
    )

    @Argument(help: "Scenario files.", completion: .file(extensions: ["yaml"]))
    var scenarios: [String]

    func run() throws {
        for scenario in try ScenarioFiles.read(scenarios) {
            let faults = scenario.faults.count
            StandardOutput.print(
                "\(scenario.file): scenario \(scenario.name), \(faults) "
                    + (faults == 1 ? "fault" : "faults") + ", expects \(scenario.expectation)")
        }
        try StandardOutput.check()
    }
}
