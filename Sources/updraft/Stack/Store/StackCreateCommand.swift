import ArgumentParser
import Orchestration

/// `updraft stack create cloud cloud.yaml -e sizes.yaml`
struct StackCreateCommand: StackChangeCommand {
    static let configuration = CommandConfiguration(
        commandName: "create",
        abstract: "Makes a stack of a template, and waits until it stands.",
        discussion: """
            Events are told on standard error as they happen. A command that is stopped half-way \
            loses nothing: 'updraft stack wait' goes on.

              updraft stack create cloud cloud.yaml -e sizes.yaml
              updraft stack create cloud cloud.yaml --rollback --timeout 5

            \(Self.endings)
            """
    )

    static let use = StackStoreOptions.Use.new

    @Argument(help: "What the stack is to be called.")
    var name: String
    @OptionGroup var made: StackContentsOptions
    @OptionGroup var terms: StackTerms
    @OptionGroup var stores: StackStoreOptions

    func check() throws { _ = try made.contents() }

    func ask(_ service: StackService) async throws -> String {
        try await service.create(name, made.contents(), terms.options)
    }
}
