import ArgumentParser
import Documents
import Plans

/// `updraft plan show cloud --version 2`
struct PlanShowCommand: PlanStoreCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Shows a plan's roles and parameters.",
        discussion: """
            Hidden parameters are shown without their values:

              updraft plan show cloud
              updraft plan show cloud --plan-version 2 --json
            """)

    @OptionGroup var plans: PlanStoreOptions

    @Option(help: "Which version; the last where nothing is said.")
    var planVersion: Int?

    @Argument(help: "The plan's name.")
    var name: String

    func act() throws {
        let version = try plans.read().version(planVersion, of: name)
        if plans.json { return StandardOutput.print(PlanText.document(version).json) }
        for line in PlanText.lines(version) { StandardOutput.print(line) }
    }
}
