import ArgumentParser
import Documents
import Foundation
import Glibc
import LiveWorld
import NodeAgent
import OrderedCollections

/// `updraft agent collect --command 'updraft agent refresh'`
struct AgentCollectCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "collect",
        abstract:
            "Collects metadata and runs a command where it changed, as os-collect-config does.",
        discussion: """
            Asks the collectors (heat_local ec2 cfn heat request local zaqar, in this order unless \
            others are named), keeps what they say in its cache, and runs the command with the \
            files' paths in OS_CONFIG_FILES until it succeeds with what changed. Without a \
            command, or with --print, it prints what it collected:

              updraft agent collect local --local-path metadata --print
              updraft agent collect heat --config-file os-collect-config.conf --one-time \\
                --command 'updraft agent refresh'

            Exit status: 0 done, with --one-time the command's own where it failed, 1 the cache \
            cannot be written, 64 a collector is unknown.
            """
    )

    @OptionGroup var options: CollectorOptions

    @Argument(help: "The collectors, in the order they are asked in.")
    var collectors: [String] = []

    @Option(help: "Where metadata is kept; \(MetadataCache<LiveNodeSystem>.defaultFolder).")
    var cachedir: String?

    @Option(help: "A folder that the cache is copied to when something changed.")
    var backupCachedir: String?

    @Option(name: .shortAndLong, help: "What is run where something changed.")
    var command: String?

    @Flag(help: "Collect once.")
    var oneTime = false

    @Flag(help: "Collect once, and run the command whether something changed or not.")
    var force = false

    @Flag(name: .customLong("print"), help: "Print what is collected, and run nothing.")
    var printOnly = false

    @Flag(help: "Print where metadata is kept.")
    var printCachedir = false

    @Option(name: [.customShort("i"), .long], help: "Seconds between two rounds at most; 30.")
    var pollingInterval: Double?

    @Option(help: "Seconds between the first two rounds; each pause is twice the one before; 1.")
    var minPollingInterval: Double?

    @Option(help: "Seconds to wait at most before the first round, drawn by chance.")
    var splay: Double?

    func run() async throws {
        let settings = options.settings
        let folder =
            cachedir ?? settings["DEFAULT", "cachedir"]
            ?? MetadataCache<LiveNodeSystem>.defaultFolder
        if printCachedir { return StandardOutput.print(folder) }
        let system = LiveNodeSystem()
        var sources = MetadataSources(
            try chosen(settings), on: system, settings, over: CurlTransport(on: system),
            cache: folder, owner: Int(getuid()), client: UUID().uuidString)
        guard let command = command ?? settings["DEFAULT", "command"], !printOnly else {
            StandardOutput.print(printed(await ask(&sources)))
            return try StandardOutput.check()
        }
        let backup = backupCachedir ?? settings["DEFAULT", "backup_cachedir"]
        let collect = CollectConfig(on: system, cache: folder, backup: backup)
        try await poll(collect, &sources, command, settings)
    }

    private func chosen(_ settings: CollectorSettings) throws -> [MetadataSourceName] {
        let listed = settings.all("DEFAULT", "collectors")
        let names = collectors.isEmpty ? listed : collectors
        guard !names.isEmpty else { return MetadataSourceName.allCases }
        return try names.map { name in
            guard let source = MetadataSourceName(rawValue: name) else {
                let all = MetadataSourceName.allCases.map(\.rawValue).joined(separator: " ")
                throw ValidationError("Unknown collector \(name). Valid collectors are: \(all)")
            }
            return source
        }
    }

    private func ask(_ sources: inout MetadataSources) async -> [[CollectedDocument]?] {
        var documents: [[CollectedDocument]?] = []
        for (name, collected) in await sources.collect() {
            if case .unavailable(let reason) = collected {
                StandardError.print("Source [\(name.rawValue)] Unavailable. \(reason)")
            }
            documents.append(collected.documents)
        }
        return documents
    }

    private func printed(_ documents: [[CollectedDocument]?]) -> String {
        let all = documents.compactMap(\.self).flatMap(\.self).map { ($0.name, $0.value) }
        return DocumentValue.map(OrderedDictionary(all, uniquingKeysWith: { $1 })).indentedJSON
    }

    private func poll(
        _ collect: CollectConfig<LiveNodeSystem>, _ sources: inout MetadataSources,
        _ command: String, _ settings: CollectorSettings
    ) async throws {
        func seconds(_ given: Double?, _ name: String, _ usual: Double) -> Double {
            given ?? settings["DEFAULT", name].flatMap(Double.init) ?? usual
        }
        let isOnce = oneTime || force
        let splay = seconds(splay, "splay", 0)
        if splay > 0, !isOnce {
            try await Task.sleep(for: .seconds(Double.random(in: 0..<splay)))
        }
        let longest = max(0.1, seconds(pollingInterval, "polling_interval", 30))
        var pause = max(0.1, seconds(minPollingInterval, "min_polling_interval", 1))
        while true {
            let status = try await round(collect, await ask(&sources), command)
            if isOnce {
                if status != 0 { throw ExitCode(Int32(status)) }
                return
            }
            try await Task.sleep(for: .seconds(pause))
            pause = min(pause * 2, longest)
        }
    }

    /// - Returns: the command's exit status; 0 where it was not run.
    private func round(
        _ collect: CollectConfig<LiveNodeSystem>, _ documents: [[CollectedDocument]?],
        _ command: String
    ) async throws -> Int {
        do {
            let round = try await collect.round(
                documents, on: force ? .always : .change, shell: command, of: LiveNodeSystem())
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
