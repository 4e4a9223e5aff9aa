import ArgumentParser
import Orchestration

/// `updraft stack events cloud`
struct StackEventsCommand: StackStoreCommand {
    static let configuration = CommandConfiguration(
        commandName: "events", abstract: "Tells what happened to a stack, the oldest first.",
        discussion: "  updraft stack events cloud")

    @Argument(help: "The stack's name, or its id.")
    var name: String
    @OptionGroup var stores: StackStoreOptions

    func act(at desk: StackDesk) async throws {
        let events = try await desk.service.events(name)
        if stores.json {
            return StandardOutput.print(StackText.json(events.map(StackText.value)))
        }
        for event in events { StandardOutput.print(StackText.line(event)) }
    }
}
