/// Why a node is left alone.
public struct Maintenance: Sendable, Hashable, Codable {
    /// What made the service set it by itself (Ironic's `fault`).
    public enum Fault: String, Sendable, Hashable, Codable {
        /// The controller failed too often in a row; lifted when it answers again.
        case powerFailure = "power failure"
        /// Cleaning failed; the machine may still carry data. A person looks at it.
        case cleanFailure = "clean failure"
        /// What a rescue left behind could not be cleared away after it was aborted.
        case rescueAbortFailure = "rescue abort failure"
    }

    public let reason: String
    public let fault: Fault?

    public init(reason: String, fault: Fault?) {
        self.reason = reason
        self.fault = fault
    }
}
