public import Harness

/// One of several runs, as their common page shows it.
public struct BatchRun: Sendable {
    /// What became of it.
    public enum Result: Sendable {
        case report(RunReport)
        /// It left no report: it crashed, or somebody stopped it before it began.
        case none(reason: String)
    }

    public let scenario: String
    public let seed: UInt64
    public let replay: String
    /// Its own page, seen from the common one; nil where it has none.
    public let page: String?
    public let result: Result

    public init(scenario: String, seed: UInt64, replay: String, page: String?, result: Result) {
        self.scenario = scenario
        self.seed = seed
        self.replay = replay
        self.page = page
        self.result = result
    }

    var report: RunReport? { if case .report(let report) = result { report } else { nil } }

    /// Its class in style sheets, and what it is called.
    var verdict: (tone: String, word: String) {
        guard let report else { return ("bad", "no report") }
        return switch report.verdict.outcome {
        case .passed: ("good", "passed")
        case .interrupted: ("odd", "interrupted")
        case .unsafe: ("bad", "unsafe")
        case .unconverged: ("bad", "did not converge")
        case .bugNotCaught: ("bad", "bug not caught")
        case .undetermined: ("bad", "not deterministic")
        }
    }

    /// Why it did not pass, in a line.
    var cause: String {
        switch result {
        case .report(let report): report.verdict.outcome == .passed ? "" : report.reason
        case .none(let reason): reason
        }
    }

    /// What failures are grouped by: the checker, or the reason's first words.
    var signature: String {
        if let checker = report?.violations.first?.checker { return checker }
        if let finding = report?.findings.first?.name { return finding }
        return cause.prefix { $0 != ":" && $0 != "(" }.description
    }
}
