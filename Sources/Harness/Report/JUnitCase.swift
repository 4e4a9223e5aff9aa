/// One run as continuous integration is told of it.
public struct JUnitCase: Sendable {
    /// What became of it.
    public enum Result: Sendable {
        case report(RunReport)
        /// It left no report, for a reason that is no verdict's.
        case broken(reason: String)
        /// Somebody stopped all runs before this one had anything to tell.
        case stopped
    }

    let scenario: ScenarioName
    let seed: UInt64
    let result: Result

    public init(scenario: ScenarioName, seed: UInt64, result: Result) {
        self.scenario = scenario
        self.seed = seed
        self.result = result
    }

    /// What kind of element tells of it; nil for a run that passed.
    enum Mark: String {
        case failure, error, skipped
    }

    var mark: Mark? {
        switch result {
        case .report(let report):
            switch report.verdict.outcome {
            case .passed: nil
            case .interrupted: .skipped
            default: .failure
            }
        case .broken: .error
        case .stopped: .skipped
        }
    }

    func time(by clock: JUnitReport.Clock) -> Duration {
        guard case .report(let report) = result else { return .zero }
        return switch clock {
        case .wall: report.verdict.wall.duration
        case .simulated: report.verdict.virtual.duration
        }
    }

    /// The sort of failure: the checker that reported, or the outcome.
    var sort: String {
        guard case .report(let report) = result else { return "no-report" }
        return report.violations.first?.checker ?? report.findings.first?.name
            ?? report.verdict.outcome.rawValue
    }

    /// Why it did not pass, in a line.
    var message: String {
        switch result {
        case .report(let report):
            report.verdict.outcome == .interrupted
                ? "it was interrupted"
                : report.violations.first.map { "\($0.checker): \($0.message)" }
                    ?? report.findings.first?.name ?? "did not converge"
        case .broken(let reason): reason
        case .stopped: "it was stopped before it had anything to tell"
        }
    }

    /// All there is to say of it.
    func text(by clock: JUnitReport.Clock) -> String {
        guard case .report(let report) = result else { return message }
        return switch clock {
        case .wall: TextReport.text(of: report)
        case .simulated: TextReport.body(of: report)
        }
    }
}
