import ArgumentParser
import Orchestration

/// `updraft stack wait cloud`
struct StackWaitCommand: StackChangeCommand {
    static let configuration = CommandConfiguration(
        commandName: "wait",
        abstract: "Goes on with what is under way, and waits until it is done.",
        discussion: """
              updraft stack wait cloud

            \(Self.endings)
            """
    )

    @Argument(help: "The stack's name, or its id.")
    var name: String
    @OptionGroup var stores: StackStoreOptions

    func ask(_ service: StackService) async throws -> String { try await service.show(name).id }
}
