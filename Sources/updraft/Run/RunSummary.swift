import ArgumentParser
import Harness

/// What several runs came to.
struct RunSummary {
    private let asked: Int
    private var passed = 0
    private var failed = 0
    private var interrupted = 0
    private var statuses: [Int32] = []
    private var failures: [String] = []

    /// - Parameter asked: how many runs there were to be; some may never have begun.
    init(asked: Int) { self.asked = asked }

    mutating func add(_ job: RunJob, _ result: ChildRun.Result) {
        switch result {
        case .report(let report):
            statuses.append(report.verdict.outcome.exitStatus)
            switch report.verdict.outcome {
            case .passed: passed += 1
            case .interrupted: interrupted += 1
            default: fail(job, report.reason)
            }
        case .failure(let reason):
            statuses.append(ExitStatus.internalFailure.rawValue)
            fail(job, reason.split(separator: "\n").first.map(String.init) ?? "it left no report")
        case .excess(let excess):
            statuses.append(ExitStatus.internalFailure.rawValue)
            fail(job, excess.text)
        }
    }

    private mutating func fail(_ job: RunJob, _ reason: String) {
        failed += 1
        failures.append("  seed \(job.seed): \(job.parameters.replayCommand)")
        failures.append("    \(reason)")
    }

    /// The last lines of several runs.
    var lines: [String] {
        let failing = failures.isEmpty ? [] : ["failed:"] + failures
        let begun = passed + failed + interrupted
        var counts = ["\(passed) passed", "\(failed) failed"]
        if interrupted > 0 { counts.append("\(interrupted) interrupted") }
        if begun < asked { counts.append("\(asked - begun) never begun") }
        return failing + ["summary: \(asked) runs, " + counts.joined(separator: ", ")]
    }

    /// The gravest of them: a broken Updraft first, then what is unsafe.
    var exitCode: ExitCode {
        for status: Int32 in [130, 70, 1, 3, 2] where statuses.contains(status) {
            return ExitCode(status)
        }
        return .success
    }
}
