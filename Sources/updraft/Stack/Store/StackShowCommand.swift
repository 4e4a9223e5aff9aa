import ArgumentParser
import Orchestration

/// `updraft stack show cloud`
struct StackShowCommand: StackStoreCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Tells how a stack is.",
        discussion: "  updraft stack show cloud")

    @Argument(help: "The stack's name, or its id.")
    var name: String
    @OptionGroup var stores: StackStoreOptions

    func act(at desk: StackDesk) async throws {
        let record = try await desk.service.show(name)
        if stores.json { return StandardOutput.print(StackText.json(record)) }
        StandardOutput.print("\(record.name): \(record.state)")
        if !record.reason.isEmpty { StandardOutput.print("  \(record.reason)") }
        StandardOutput.print("  created \(StackText.date(record.createdAt)), id \(record.id)")
    }
}
