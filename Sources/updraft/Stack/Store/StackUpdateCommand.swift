import ArgumentParser
import Orchestration

/// `updraft stack update cloud cloud.yaml -e sizes.yaml`
struct StackUpdateCommand: StackChangeCommand {
    static let configuration = CommandConfiguration(
        commandName: "update",
        abstract: "Brings a stack to what a template says now.",
        discussion: """
            'updraft stack preview' tells what it would do.

              updraft stack update cloud cloud.yaml -e more.yaml --rollback

            \(Self.endings)
            """
    )

    @Argument(help: "The stack's name, or its id.")
    var name: String
    @OptionGroup var made: StackContentsOptions
    @OptionGroup var terms: StackTerms
    @OptionGroup var stores: StackStoreOptions

    func check() throws { _ = try made.contents() }

    func ask(_ service: StackService) async throws -> String {
        let id = try await service.show(name).id
        try await service.update(id, made.contents(), terms.options)
        return id
    }
}
