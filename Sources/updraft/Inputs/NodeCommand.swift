import ArgumentParser

/// What is done with nodes.
struct NodeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "node",
        abstract: "Works with nodes and the files that describe them.",
        subcommands: [NodeImportCommand.self]
    )
}
