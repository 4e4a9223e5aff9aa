/// Why no answer came.
public enum RedfishTransportError: Error, Sendable, Hashable {
    /// What was asked may have been done all the same.
    case noAnswer
    /// Nothing was sent: the service was not there.
    case notConnected
    /// Nothing was sent: the service is not who it should be.
    case untrusted
    /// The asker went away before the answer came.
    case cancelled
}
