import ArgumentParser
import Orchestration

/// `updraft stack delete cloud`
struct StackDeleteCommand: StackChangeCommand {
    static let configuration = CommandConfiguration(
        commandName: "delete",
        abstract: "Deletes a stack and what it is made of.",
        discussion: """
              updraft stack delete cloud

            \(Self.endings)
            """
    )

    @Argument(help: "The stack's name, or its id.")
    var name: String
    @OptionGroup var stores: StackStoreOptions

    func ask(_ service: StackService) async throws -> String {
        let id = try await service.show(name).id
        try await service.delete(id)
        return id
    }
}
