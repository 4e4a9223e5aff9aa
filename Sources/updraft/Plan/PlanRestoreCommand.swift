import ArgumentParser
import Documents
import Plans

/// `updraft plan restore cloud 3`
struct PlanRestoreCommand: PlanStoreCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore", abstract: "Makes an old version of a plan its next.",
        discussion: "  updraft plan restore cloud 3")

    @OptionGroup var plans: PlanStoreOptions

    @Argument(help: "The plan's name.")
    var name: String

    @Argument(help: "The version.")
    var number: Int

    func act() throws {
        try plans.change { try $0.restore(name, to: number) }
        let version = try plans.read().version(of: name)
        StandardOutput.print(
            plans.json
                ? PlanText.document(version).json
                : "\(name): version \(version.number), \(version.change)")
    }
}
