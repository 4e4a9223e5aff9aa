/// That a node was cut off, so that it cannot do harm: from when its fencing was reported as done
/// until it was started anew.
public struct Fence: Sendable, Hashable {
    public let node: String
    public let from: Duration
    /// When it was let in again; `nil` if it never was.
    public let until: Duration?

    public init(_ node: String, from: Duration, until: Duration? = nil) {
        self.node = node
        self.from = from
        self.until = until
    }
}
