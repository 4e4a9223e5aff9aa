import ArgumentParser
import Foundation
import Glibc
import LiveWorld
import NodeAgent

/// `updraft agent refresh`
struct AgentRefreshCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "refresh",
        abstract: "Runs the scripts of all phases, as os-refresh-config does.",
        discussion: """
            Only one copy runs at a time: a second one fails at the lock.

              updraft agent refresh --base scripts --lockfile refresh.lock

            Exit status: 0 done, 1 a script failed, 69 the lock is held.
            """
    )

    @Option(help: "Where the phases' folders are; OS_REFRESH_CONFIG_BASE_DIR, if that is set.")
    var base =
        ProcessInfo.processInfo.environment["OS_REFRESH_CONFIG_BASE_DIR"]
        ?? RefreshConfig<LiveNodeSystem>.defaultFolder

    @Option(help: "What is locked while it runs.")
    var lockfile = "/var/run/os-refresh-config.lock"

    @Flag(help: "Print the phases, with tabs between them.")
    var printPhases = false

    @Flag(help: "Print where the phases' folders are.")
    var printBase = false

    func run() async throws {
        if printBase { return StandardOutput.print(base) }
        if printPhases {
            let phases = RefreshPhase.allCases.map(\.rawValue)
            return StandardOutput.print(phases.joined(separator: "\t"))
        }
        let lock = open(lockfile, O_WRONLY | O_CREAT | O_CLOEXEC, 0o644)
        guard lock >= 0, flock(lock, LOCK_EX | LOCK_NB) == 0 else {
            StandardError.print("Could not lock \(lockfile): \(String(cString: strerror(errno)))")
            throw ExitStatus.unavailable
        }
        defer { close(lock) }
        try await refresh()
        try StandardOutput.check()
    }

    private func refresh() async throws {
        let folder = URL(filePath: base).standardizedFileURL.path()
        do {
            try await RefreshConfig(on: LiveNodeSystem(), folder: folder).run { script, result in
                StandardError.print("\(script): exit status \(result.status)")
                StandardError.write(String(decoding: result.errors, as: UTF8.self))
                try? FileHandle.standardOutput.write(contentsOf: Data(result.output))
            }
        } catch {
            StandardError.print(error.description)
            throw ExitStatus.failed
        }
    }
}
