import ArgumentParser
import Plans

/// `updraft plan delete cloud`
struct PlanDeleteCommand: PlanStoreCommand {
    static let configuration = CommandConfiguration(
        commandName: "delete", abstract: "Deletes a plan with all its versions.",
        discussion: "  updraft plan delete cloud")

    @OptionGroup var plans: PlanStoreOptions

    @Argument(help: "The plan's name.")
    var name: String

    func act() throws {
        try plans.change { try $0.delete(name) }
        if plans.json {
            StandardOutput.print("{}")
        } else {
            StandardOutput.print("\(name): deleted")
        }
    }
}
