import ArgumentParser

/// `updraft stack …`: what a template and its environments come to, and stacks made of them.
struct StackCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stack",
        abstract: "Looks through Heat templates, and makes stacks of them.",
        discussion: """
            Stacks are kept in a file, and worked on while a command waits for them:

              updraft stack validate cloud.yaml
              updraft stack create cloud cloud.yaml
              updraft stack resources cloud
            """,
        subcommands: [
            StackValidateCommand.self, StackRenderCommand.self, StackGraphCommand.self,
            StackCreateCommand.self, StackUpdateCommand.self, StackPreviewCommand.self,
            StackListCommand.self, StackShowCommand.self, StackResourcesCommand.self,
            StackEventsCommand.self, StackOutputsCommand.self, StackSignalCommand.self,
            StackWaitCommand.self, StackDeleteCommand.self,
        ]
    )
}
