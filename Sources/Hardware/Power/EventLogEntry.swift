/// One line of a controller's system event log.
public struct EventLogEntry: Sendable, Hashable, Codable {
    public enum Severity: String, Sendable, Hashable, Codable {
        case informational, warning, critical
    }

    /// When the controller says it happened, on the controller's own clock, since its epoch.
    public let sinceEpoch: Duration
    public let severity: Severity
    public let message: String

    public init(sinceEpoch: Duration, severity: Severity, message: String) {
        self.sinceEpoch = sinceEpoch
        self.severity = severity
        self.message = message
    }
}
