import ArgumentParser
import Fleet
import Orchestration

/// `updraft stack resources cloud`
struct StackResourcesCommand: StackStoreCommand {
    static let configuration = CommandConfiguration(
        commandName: "resources", abstract: "Lists a stack's resources and how they are.",
        discussion: "  updraft stack resources cloud")

    @Argument(help: "The stack's name, or its id.")
    var name: String
    @OptionGroup var stores: StackStoreOptions

    func act(at desk: StackDesk) async throws {
        let resources = try await desk.service.resources(name)
        if stores.json {
            return StandardOutput.print(StackText.json(resources.map(StackText.value)))
        }
        let rows = resources.map {
            [$0.name, $0.definition.type, $0.state, $0.physicalID ?? "-", $0.reason]
        }
        let header = ["name", "type", "state", "physical id", "reason"]
        for line in TextTable(header: header, rows).lines { StandardOutput.print(line) }
    }
}
