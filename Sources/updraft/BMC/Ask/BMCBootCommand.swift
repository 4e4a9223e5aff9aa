import ArgumentParser

/// `updraft bmc boot set pxe --inventory rack.json`
struct BMCBootCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "boot",
        abstract: "Tells or changes where machines start from.",
        subcommands: [BMCBootGetCommand.self, BMCBootSetCommand.self]
    )
}
