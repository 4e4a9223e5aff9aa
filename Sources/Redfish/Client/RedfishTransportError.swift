/// Why no answer came.
public enum RedfishTransportError: Error, Sendable, Hashable {
    /// What was asked may have been done all the same.
    case noAnswer
    /// Nothing was sent: the service was not there, or is not who it should be.
    case notConnected
    /// The asker went away before the answer came.
    case cancelled
}
