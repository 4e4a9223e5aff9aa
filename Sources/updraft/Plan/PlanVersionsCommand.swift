import ArgumentParser
import Documents
import OrderedCollections
import Plans

/// `updraft plan versions cloud`
struct PlanVersionsCommand: PlanStoreCommand {
    static let configuration = CommandConfiguration(
        commandName: "versions", abstract: "Lists a plan's versions, with what changed.",
        discussion: "  updraft plan versions cloud")

    @OptionGroup var plans: PlanStoreOptions

    @Argument(help: "The plan's name.")
    var name: String

    func act() throws {
        let shelf = try plans.read()
        _ = try shelf.version(of: name)
        let versions = shelf.plans[name] ?? []
        if plans.json {
            let items = versions.map { version -> DocumentValue in
                ["version": .integer(version.number), "change": .string(version.change)]
            }
            return StandardOutput.print(DocumentValue.list(items).json)
        }
        let rows = versions.map { [String($0.number), $0.change] }
        for line in PlanText.table(["version", "change"], rows) { StandardOutput.print(line) }
    }
}
