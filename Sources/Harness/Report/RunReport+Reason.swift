extension RunReport {
    /// Why the run did not pass, in one line; its outcome's name where nothing more is known.
    public var reason: String {
        if verdict.outcome == .undetermined { return "two runs of it had different traces" }
        if let violation = violations.first, verdict.outcome == .unsafe {
            return "\(violation.checker): \(violation.subject): \(violation.message)"
        }
        if let finding = findings.first { return "\(finding.name): \(finding.description)" }
        return missing.first ?? verdict.outcome.rawValue
    }
}
