import ArgumentParser
import Orchestration

/// `updraft stack signal cloud ready --data '{"status": "SUCCESS"}'`
struct StackSignalCommand: StackChangeCommand {
    static let configuration = CommandConfiguration(
        commandName: "signal",
        abstract: "Tells a resource what it waits for, and goes on.",
        discussion: """
            Wait conditions and deployments wait for a signal, and resources with hooks for their \
            release:

              updraft stack signal cloud ready --data '{"status": "SUCCESS", "id": "1"}'
              updraft stack signal cloud web --data '{"unset_hook": "pre-create"}'

            \(Self.endings)
            """
    )

    @Argument(help: "The stack's name, or its id.")
    var name: String
    @Argument(help: "The resource's name.")
    var resource: String
    @Option(help: "What is told, as JSON.")
    var data = "{}"
    @OptionGroup var stores: StackStoreOptions

    func ask(_ service: StackService) async throws -> String {
        guard let details = TemplateValue(json: data) else {
            StandardError.print("--data: found no JSON, expected such as {\"status\": \"SUCCESS\"}")
            throw ExitStatus.badInput
        }
        let id = try await service.show(name).id
        try await service.signal(id, resource: resource, details)
        return id
    }
}
