public import Hardware
public import Harness

/// What came of a run in a search.
public enum ProbeResult: Sendable {
    case report(RunReport)
    /// It left no report: it crashed, or was ended for the time or the memory it took. The text
    /// tells more.
    case broken(FailureSignature, String)
    /// What was made of the scenario cannot be read.
    case refused(InputProblems)
    /// Somebody stopped it.
    case stopped

    /// How it failed; nil where it did not, or never ran.
    public var signature: FailureSignature? {
        switch self {
        case .report(let report): FailureSignature(report)
        case .broken(let signature, _): signature
        case .refused, .stopped: nil
        }
    }

    public var report: RunReport? { if case .report(let report) = self { report } else { nil } }

    /// What it told of its failure; empty where it did not fail.
    var detail: String {
        switch self {
        case .report(let report): report.violations.first?.message ?? report.reason
        case .broken(_, let text): text
        case .refused, .stopped: ""
        }
    }

    /// Whether it says anything about the scenario.
    public var isVerdict: Bool {
        switch self {
        case .report(let report): report.verdict.outcome != .interrupted
        case .broken: true
        case .refused, .stopped: false
        }
    }
}
