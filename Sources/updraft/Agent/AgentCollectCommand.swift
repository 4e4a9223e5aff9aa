import ArgumentParser
import Glibc
import LiveWorld
import NodeAgent

/// `updraft agent collect --command 'updraft agent refresh'`
struct AgentCollectCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "collect",
        abstract:
            "Collects metadata and runs a command where it changed, as os-collect-config does.",
        discussion: """
            Reads the JSON files of local folders, keeps them in its cache, and runs the command \
            with their paths in OS_CONFIG_FILES until it succeeds with what changed:

              updraft agent collect --local-path metadata --cachedir cache --one-time \\
                --command 'updraft agent apply'

            Exit status: 0 done, with --one-time the command's own where it failed, 1 the cache \
            cannot be written.
            """
    )

    @Option(help: "A folder of metadata files; may be given more than once.")
    var localPath: [String] = []

    @Option(help: "Where metadata is kept.")
    var cachedir = MetadataCache<LiveNodeSystem>.defaultFolder

    @Option(name: .shortAndLong, help: "What is run where something changed.")
    var command: String

    @Flag(help: "Collect once.")
    var oneTime = false

    @Flag(help: "Collect once, and run the command whether something changed or not.")
    var force = false

    @Option(help: "Seconds between two rounds at most.")
    var pollingInterval = 30

    @Option(help: "Seconds between the first two rounds; each pause is twice the one before.")
    var minPollingInterval = 1

    func run() async throws {
        let system = LiveNodeSystem()
        let folders = localPath.isEmpty ? LocalCollector<LiveNodeSystem>.defaultFolders : localPath
        let collector = LocalCollector(on: system, folders: folders, owner: Int(getuid()))
        let collect = CollectConfig(on: system, cache: cachedir)
        var pause = max(1, minPollingInterval)
        while true {
            let status = try await round(collect, collector.collect())
            if oneTime || force {
                if status != 0 { throw ExitCode(Int32(status)) }
                return
            }
            try await Task.sleep(for: .seconds(pause))
            pause = min(pause * 2, max(1, pollingInterval))
        }
    }

    /// - Returns: the command's exit status; 0 where it was not run.
    private func round(
        _ collect: CollectConfig<LiveNodeSystem>, _ documents: [CollectedDocument]?
    ) async throws -> Int {
        if documents == nil { StandardError.print("Source [local] Unavailable.") }
        do {
            let round = try await collect.round(
                [documents], on: force ? .always : .change, shell: command, of: LiveNodeSystem())
            guard let result = round.result else { return 0 }
            StandardError.write(String(decoding: result.errors, as: UTF8.self))
            StandardOutput.print(String(decoding: result.output, as: UTF8.self))
            try StandardOutput.check()
            return result.status
        } catch let error as NodeSystemError {
            StandardError.print(error.description)
            throw ExitStatus.failed
        }
    }
}
