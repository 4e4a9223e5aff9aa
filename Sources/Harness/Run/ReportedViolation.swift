import World

/// A violation in the form reports hold it in.
public struct ReportedViolation: Sendable, Hashable, Codable {
    public let checker: String
    public let at: TimeSpan
    public let subject: String
    public let message: String

    init(_ violation: Violation) {
        checker = violation.checker.text
        at = TimeSpan(violation.at - .epoch)
        subject = violation.subject
        message = violation.message
    }

    private enum CodingKeys: String, CodingKey {
        case checker, subject, message
        case at = "atSeconds"
    }
}
