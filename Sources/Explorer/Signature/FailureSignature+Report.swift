public import Harness

extension FailureSignature {
    /// Outcomes that are told of by what a run lacked in the end.
    public static let unconverged = "unconverged"
    /// A world that ran out of the time it may take.
    private static let worldOutOfTime = "virtual-time"

    /// How a run failed; nil where it did not.
    ///
    /// A planted bug that is caught counts as a failure, since it is what a search is to find. That
    /// a fault never came does not: its moment is another one as soon as anything else changes.
    public init?(_ report: RunReport) {
        if report.verdict.outcome == .interrupted { return nil }
        if let violation = Self.violation(of: report) {
            self.init(
                check: violation.checker, message: violation.message, subject: violation.subject)
        } else if let finding = report.findings.first {
            // What a world waits for in the end is different each time.
            self.init(check: finding.name, message: finding.name)
        } else if report.verdict.outcome == .undetermined {
            self.init(check: RunOutcome.undetermined.rawValue, message: "two traces differ")
        } else if let complaint = Self.complaints(of: report).first {
            self.init(check: Self.unconverged, message: complaint)
        } else {
            return nil
        }
    }

    /// Whether it says only that a cloud did not heal, which one that lost too much need not.
    public var isLiveness: Bool {
        [Self.unconverged, Self.worldOutOfTime, "deadlock"].contains(check)
    }

    private static func violation(of report: RunReport) -> ReportedViolation? {
        report.violations.first { $0.checker == report.caughtBy } ?? report.violations.first
    }

    /// What was missing, without those it was missing from.
    private static func complaints(of report: RunReport) -> [String] {
        let absences = report.faults.compactMap { record in
            record.absence.map { "fault \(record.fault) of line \(record.line) never came: \($0)" }
        }
        return report.missing
            .filter { !absences.contains($0) && !isAboutBug($0, report) }
            .map { line in line.range(ofLast: ": ").map { String(line[..<$0]) } ?? line }
    }

    private static func isAboutBug(_ line: String, _ report: RunReport) -> Bool {
        report.plantedBug.map { line.hasPrefix("bug \($0):") } ?? false
    }
}

extension String {
    /// Where a text stands for the last time.
    fileprivate func range(ofLast text: String) -> Index? {
        indices.last { self[$0...].hasPrefix(text) }
    }
}
