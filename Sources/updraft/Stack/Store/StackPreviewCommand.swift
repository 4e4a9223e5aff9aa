import ArgumentParser
import Fleet
import Orchestration
import OrderedCollections

/// `updraft stack preview cloud cloud.yaml -e more.yaml`
struct StackPreviewCommand: StackStoreCommand {
    static let configuration = CommandConfiguration(
        commandName: "preview",
        abstract: "Tells what an update would do, and does nothing.",
        discussion: "  updraft stack preview cloud cloud.yaml -e more.yaml")

    @Argument(help: "The stack's name, or its id.")
    var name: String
    @OptionGroup var made: StackContentsOptions
    @OptionGroup var stores: StackStoreOptions

    func act(at desk: StackDesk) async throws {
        let preview = try await desk.service.preview(name, made.contents())
        let parts = [
            ("unchanged", preview.unchanged), ("updated", preview.updated),
            ("replaced", preview.replaced), ("added", preview.added), ("deleted", preview.deleted),
        ]
        if stores.json {
            let document = parts.map { ($0, TemplateValue.list($1.map { .string($0) })) }
            return StandardOutput.print(
                TemplateValue.map(OrderedDictionary(uniqueKeysWithValues: document)).json())
        }
        let rows = parts.flatMap { word, names in names.map { [$0, word] } }
        for line in TextTable(header: ["resource", "what happens to it"], rows).lines {
            StandardOutput.print(line)
        }
    }
}
