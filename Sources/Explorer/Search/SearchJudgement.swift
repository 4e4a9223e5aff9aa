public import Harness

/// What a run says of its scenario.
public enum SearchJudgement: Sendable, Hashable {
    case passed
    /// It had no budget of faults and did not end whole, which says nothing.
    case unjudged
    /// It met the bug that its scenario planted.
    case planted(FailureSignature)
    case failed(FailureSignature)

    /// - Parameter result: a verdict (``ProbeResult/isVerdict``).
    public init(_ result: ProbeResult, of scenario: Scenario) {
        guard let signature = result.signature else {
            self = .passed
            return
        }
        if signature.isLiveness, scenario.exploration.budget == .unlimited {
            self = .unjudged
        } else if Self.isPlanted(signature, in: scenario) {
            self = .planted(signature)
        } else {
            self = .failed(signature)
        }
    }

    /// Whether a failure is the one that a scenario planted.
    static func isPlanted(_ signature: FailureSignature, in scenario: Scenario) -> Bool {
        scenario.plantedBug?.caughtBy.text == signature.check
    }
}
