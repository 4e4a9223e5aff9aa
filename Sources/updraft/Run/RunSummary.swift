import ArgumentParser
import Harness

/// What several runs came to.
struct RunSummary {
    private(set) var passed = 0
    private(set) var failed = 0
    private var statuses: [Int32] = []
    private var replays: [String] = []

    mutating func add(_ job: RunJob, _ result: ChildRun.Result) {
        switch result {
        case .report(let report):
            statuses.append(report.verdict.outcome.exitStatus)
            if report.verdict.outcome == .passed { return passed += 1 }
        case .failure: statuses.append(ExitStatus.internalFailure.rawValue)
        }
        failed += 1
        replays.append("seed \(job.seed): \(job.parameters.replayCommand)")
    }

    /// The last lines of several runs.
    var lines: [String] {
        let failing = replays.isEmpty ? [] : ["failed:"] + replays.map { "  \($0)" }
        let count = passed + failed
        return failing + ["summary: \(count) runs, \(passed) passed, \(failed) failed"]
    }

    /// The gravest of them: a broken Updraft first, then what is unsafe.
    var exitCode: ExitCode {
        for status: Int32 in [130, 70, 1, 3, 2] where statuses.contains(status) {
            return ExitCode(status)
        }
        return .success
    }
}
