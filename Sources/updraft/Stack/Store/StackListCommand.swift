import ArgumentParser
import Fleet
import Orchestration

/// `updraft stack list`
struct StackListCommand: StackStoreCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Lists stacks.", discussion: "  updraft stack list --json")

    @OptionGroup var stores: StackStoreOptions

    func act(at desk: StackDesk) async throws {
        let stacks = try await desk.service.stacks()
        if stores.json {
            return StandardOutput.print(StackText.json(stacks.map(StackText.value)))
        }
        let rows = stacks.map { [$0.name, $0.state, StackText.date($0.createdAt), $0.id] }
        for line in TextTable(header: ["name", "state", "created", "id"], rows).lines {
            StandardOutput.print(line)
        }
    }
}
