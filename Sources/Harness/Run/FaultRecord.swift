public import World

/// One fault as it really came, or did not.
public struct FaultRecord: Sendable, Hashable, Codable {
    public let fault: String
    /// Where its scenario says it.
    public let line: Int
    public internal(set) var victims: [String] = []
    /// Nil where it never came.
    public internal(set) var began: Instant?
    /// Nil where it lasts for good, or the run ended first.
    public internal(set) var ended: Instant?
    /// Why it never came.
    public internal(set) var absence: String?
}
