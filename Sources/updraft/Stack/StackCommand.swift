import ArgumentParser

/// `updraft stack …`: what a template and its environments come to.
struct StackCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stack",
        abstract: "Looks through Heat templates and all that belongs to them.",
        subcommands: [
            StackValidateCommand.self, StackRenderCommand.self, StackGraphCommand.self,
        ]
    )
}
