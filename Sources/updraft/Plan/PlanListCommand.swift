import ArgumentParser
import Documents
import OrderedCollections
import Plans

/// `updraft plan list`
struct PlanListCommand: PlanStoreCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Lists plans.", discussion: "  updraft plan list --json")

    @OptionGroup var plans: PlanStoreOptions

    func act() throws {
        let versions = try plans.read().plans.values.compactMap(\.last)
        if plans.json {
            return StandardOutput.print(DocumentValue.list(versions.map(PlanText.document)).json)
        }
        let rows = versions.map { version in
            let servers = version.plan.roles.reduce(0) { $0 + $1.count }
            return [
                version.plan.name, String(version.number), String(version.plan.roles.count),
                String(servers), version.plan.description,
            ]
        }
        let header = ["name", "version", "roles", "servers", "description"]
        for line in PlanText.table(header, rows) { StandardOutput.print(line) }
    }
}
