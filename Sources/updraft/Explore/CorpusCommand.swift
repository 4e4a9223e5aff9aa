import ArgumentParser

/// `updraft corpus check corpus`
struct CorpusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "corpus",
        abstract: "Looks after the failures that searches have kept.",
        subcommands: [CorpusCheckCommand.self])
}
