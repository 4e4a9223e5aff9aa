import ArgumentParser
import Plans

/// `updraft plan remove-role cloud compute`
struct PlanRemoveRoleCommand: PlanStoreCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove-role",
        abstract: "Removes a role from a plan, with what was set for it.",
        discussion: """
            A role that is not there is no mistake; one of several versions is named with it:

              updraft plan remove-role cloud compute
              updraft plan remove-role cloud compute-2
            """)

    @OptionGroup var plans: PlanStoreOptions

    @Argument(help: "The plan's name.")
    var plan: String

    @Argument(help: "The role.")
    var role: String

    func act() throws {
        try change(plan, "removed \(role)") { (_, plan) throws(PlanError) in plan.remove(role) }
    }
}
