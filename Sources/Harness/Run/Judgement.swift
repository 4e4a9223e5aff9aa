/// What a run's end means, given what its scenario expects of it.
enum Judgement {
    /// - Parameters:
    ///   - violations: those of the first moment at which there were any.
    ///   - missing: what the cloud lacks, and faults that never came.
    static func outcome(
        of scenario: Scenario, end: RunEnd, violations: [Violation], missing: [String]
    ) -> RunOutcome {
        if end == .interrupted { return .interrupted }
        if let bug = scenario.plantedBug {
            return outcome(catching: bug, violations: violations, missing: missing)
        }
        if !violations.isEmpty { return .unsafe }
        return missing.isEmpty && end == .settled ? .passed : .unconverged
    }

    private static func outcome(
        catching bug: PlantedBug, violations: [Violation], missing: [String]
    ) -> RunOutcome {
        guard let first = violations.first else {
            let instead = missing.isEmpty ? "the run went well" : "the run did not converge"
            return .bugNotCaught(reason: "\(bug.caughtBy) reported nothing; \(instead)")
        }
        if let other = violations.first(where: { $0.checker != bug.caughtBy }) {
            let also = first.checker == bug.caughtBy ? "too" : "instead of \(bug.caughtBy)"
            return .bugNotCaught(reason: "\(other.checker) reported it \(also)")
        }
        return .passed
    }
}
