import ArgumentParser
import Plans

/// `updraft plan scale cloud compute 5`
struct PlanScaleCommand: PlanStoreCommand {
    static let configuration = CommandConfiguration(
        commandName: "scale",
        abstract: "Gives the number of a role's servers.",
        discussion: """
            Where there are to be fewer, those named go first, by their numbers or their names:

              updraft plan scale cloud compute 5
              updraft plan scale cloud compute 4 --remove 2
            """)

    @OptionGroup var plans: PlanStoreOptions

    @Option(help: "A server that goes first; may be given more than once.")
    var remove: [String] = []

    @Argument(help: "The plan's name.")
    var plan: String

    @Argument(help: "The role.")
    var role: String

    @Argument(help: "How many.")
    var count: Int

    func act() throws {
        try change(plan, "\(count) of \(role)") { (_, plan) throws(PlanError) in
            try plan.scale(role, to: count)
            try plan.retire(remove, of: role)
        }
    }
}
