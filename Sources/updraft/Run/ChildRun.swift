import Foundation
import Glibc
import Harness

/// A run in a process of its own, so that a crash is a result and several run at once.
final class ChildRun {
    /// How the process ended.
    enum Result {
        case report(RunReport)
        /// It left no report: it crashed, or could not write.
        case failure(String)
        /// It was ended for having taken more than it may.
        case excess(ChildLimits.Excess)
    }

    /// Where the process's messages go.
    enum Messages {
        /// To this process's own standard error, as they come.
        case shown
        /// Kept, and told only where the run failed.
        case kept
    }

    /// Between two looks whether the process has ended or should.
    private static let interval: Duration = .milliseconds(20)

    private let job: RunJob
    private let messages: Messages
    private let hashing: Hashing
    private let isQuiet: Bool
    private let limits: ChildLimits
    private var excess: ChildLimits.Excess?
    private let files: URL

    /// How Swift's hashing is seeded in the process.
    enum Hashing { case inherited, seeded, fixed }

    init(
        _ job: RunJob, messages: Messages, hashing: Hashing, isQuiet: Bool,
        limits: ChildLimits = .none
    ) {
        self.job = job
        self.limits = limits
        self.messages = messages
        self.hashing = hashing
        self.isQuiet = isQuiet
        files = FileManager.default.temporaryDirectory.appendingPathComponent(
            "updraft-\(UUID().uuidString)")
    }

    func run() async -> Result {
        defer { try? FileManager.default.removeItem(at: files) }
        do {
            try FileManager.default.createDirectory(at: files, withIntermediateDirectories: true)
            let process = try makeProcess()
            try process.run()
            await wait(for: process)
            return result(of: process)
        } catch { return .failure("the run cannot be started: \(error.localizedDescription)") }
    }

    private var output: URL { files.appendingPathComponent("report.json") }
    private var log: URL { files.appendingPathComponent("messages.txt") }

    private func makeProcess() throws -> Process {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        process.arguments = arguments
        process.environment = environment
        process.standardOutput = FileHandle.nullDevice
        if messages == .kept {
            _ = FileManager.default.createFile(atPath: log.path, contents: nil)
            process.standardError = try FileHandle(forWritingTo: log)
        }
        return process
    }

    private var arguments: [String] {
        var arguments = [
            "run", job.scenario.file, "--seed", "\(job.seed)", "--schedule",
            job.schedule.text, "--child", output.path, "--parent", "\(getpid())",
        ]
        if let report = job.report { arguments += ["--report", report] }
        if let window = job.window { arguments += ["--record", window.text] }
        if let reseeding = job.reseeding { arguments += ["--reseed", reseeding.text] }
        if isQuiet { arguments.append("--json") }
        return arguments
    }

    private var environment: [String: String] {
        var environment = ProcessInfo.processInfo.environment
        // A trap is told as a sentence and a replay line; its stack helps nobody at this place.
        environment["SWIFT_BACKTRACE"] = "enable=no"
        switch hashing {
        case .inherited: break
        case .seeded: environment["SWIFT_DETERMINISTIC_HASHING"] = nil
        case .fixed: environment["SWIFT_DETERMINISTIC_HASHING"] = "1"
        }
        return environment
    }

    private func wait(for process: Process) async {
        var isTold = false
        let clock = ContinuousClock()
        let start = clock.now
        while process.isRunning {
            excess = excess ?? limits.excess(of: process.processIdentifier, since: start, clock)
            if excess != nil { kill(process.processIdentifier, SIGKILL) }
            if Signals.wantEnd && !isTold {
                isTold = true
                process.terminate()
            }
            try? await Task.sleep(for: Self.interval)
        }
    }

    private func result(of process: Process) -> Result {
        if let excess { return .excess(excess) }
        let kept = (try? String(contentsOf: log, encoding: .utf8)) ?? ""
        guard let data = try? Data(contentsOf: output), let report = JSONReport.received(data)
        else {
            let end =
                process.terminationReason == .uncaughtSignal
                ? "signal \(process.terminationStatus)" : "status \(process.terminationStatus)"
            return .failure(
                "the run ended with \(end) and left no report\n\(kept)"
                    + "replay: \(job.parameters.replayCommand)")
        }
        if report.verdict.outcome == .interrupted { StandardError.write(kept) }
        return .report(report)
    }
}
