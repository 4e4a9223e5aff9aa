import ArgumentParser

/// `updraft benchmark`: what machines' benchmarks say of them.
struct BenchmarkCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "benchmark",
        abstract: "Finds machines that fall out of line with others of their make.",
        subcommands: [BenchmarkReportCommand.self]
    )
}
