import ArgumentParser
import Orchestration
import OrderedCollections

/// `updraft stack outputs cloud address`
struct StackOutputsCommand: StackStoreCommand {
    static let configuration = CommandConfiguration(
        commandName: "outputs", abstract: "Tells a stack's outputs, or one of them.",
        discussion: """
              updraft stack outputs cloud
              updraft stack outputs cloud address
            """)

    @Argument(help: "The stack's name, or its id.")
    var name: String
    @Argument(help: "An output; all of them where none is named.")
    var output: String?
    @OptionGroup var stores: StackStoreOptions

    func act(at desk: StackDesk) async throws {
        let outputs = try await desk.service.outputs(name)
        guard let output else {
            if stores.json { return StandardOutput.print(TemplateValue.map(outputs).json()) }
            for (name, value) in outputs { StandardOutput.print("\(name): \(value.json())") }
            return
        }
        guard let value = outputs[output] else {
            throw StackFault.missing("the output '\(output)'")
        }
        if case .string(let text) = value, !stores.json { return StandardOutput.print(text) }
        StandardOutput.print(value.json())
    }
}
