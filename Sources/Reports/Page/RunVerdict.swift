import Harness
import World

/// What is said of a run first.
struct RunVerdict {
    /// How the run is to be taken, as a class of style sheets.
    let tone: String
    let word: String
    let cause: String

    init(_ report: RunReport, outages: [Outage]) {
        let first = report.violations.first
        switch report.verdict.outcome {
        case .passed:
            (tone, word) = ("good", "Passed")
            cause = Self.passed(report, first, outages)
        case .unsafe:
            (tone, word) = ("bad", "Failed: unsafe")
            cause = report.reason
        case .unconverged:
            (tone, word) = ("bad", "Failed: did not converge")
            cause = Self.unconverged(report)
        case .bugNotCaught:
            (tone, word) = ("bad", "Failed: the planted bug was not caught")
            cause = report.reason
        case .undetermined:
            (tone, word) = ("bad", "Failed: not deterministic")
            cause = report.reason
        case .interrupted:
            (tone, word) = ("odd", "Interrupted")
            cause =
                "Somebody stopped the run after \(report.verdict.virtual.duration.clockText) of "
                + "its time. What is told here is what had happened until then."
        }
    }

    private static func unconverged(_ report: RunReport) -> String {
        let time = report.verdict.virtual.duration.clockText
        guard report.findings.isEmpty, let first = report.missing.first else {
            return "After \(time): \(report.reason)"
        }
        let count = report.missing.count
        return count == 1
            ? "At \(time) it was given up, for want of one thing: \(first)"
            : "At \(time) it was given up, for want of \(count) things. The first: \(first)"
    }

    private static func passed(
        _ report: RunReport, _ violation: ReportedViolation?, _ outages: [Outage]
    ) -> String {
        if let bug = report.plantedBug, let violation {
            return "The planted bug \(bug) was caught by \(violation.checker) at "
                + "\(violation.at.duration.clockText), and by nothing else: \(violation.subject): "
                + violation.message
        }
        let healed = outages.filter { $0.back != nil }.count
        let losses =
            switch outages.count {
            case 0: "No server that was up was lost"
            case 1: "The one server that was lost is up again"
            case healed: "All \(healed) losses of servers were healed"
            default: "\(healed) of \(outages.count) losses of servers were healed"
            }
        let faults = report.faults.count { $0.began != nil }
        let met =
            faults == 0 ? "no fault came" : "\(faults) fault\(faults == 1 ? "" : "s") came"
        return "\(losses); \(met); nothing was violated, and the cloud held still at the end."
    }
}
