public import World

/// A violation in the form reports hold it in.
public struct ReportedViolation: Sendable, Hashable, Codable {
    public let checker: String
    public let at: Instant
    public let subject: String
    public let message: String

    init(_ violation: Violation) {
        checker = violation.checker.text
        at = violation.at
        subject = violation.subject
        message = violation.message
    }
}
