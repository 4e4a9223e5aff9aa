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
            return objection(to: violations, catching: bug, missing: missing) == nil
                ? .passed : .bugNotCaught
        }
        if !violations.isEmpty { return .unsafe }
        return missing.isEmpty && end == .settled ? .passed : .unconverged
    }

    /// Why a planted bug was not caught as it should be, by its checker and no other part of the
    /// run; nil where it was.
    static func objection(
        to violations: [Violation], catching bug: PlantedBug, missing: [String]
    ) -> String? {
        guard let first = violations.first else {
            let instead = missing.isEmpty ? "the run went well" : "the run did not converge"
            return "bug \(bug.name): \(bug.caughtBy) reported nothing; \(instead)"
        }
        return violations.first { $0.checker != bug.caughtBy }.map { other in
            let also = first.checker == bug.caughtBy ? "too" : "instead of \(bug.caughtBy)"
            return "bug \(bug.name): \(other.checker) reported it \(also)"
        }
    }
}
