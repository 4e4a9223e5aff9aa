/// A `server` line of HAProxy.
public struct ProxyServer: Sendable, Hashable {
    /// Whether it is asked while servers that are no backup can be.
    public enum Part: Sendable, Hashable { case active, backup }

    public let node: ServiceNode
    public let part: Part
    /// `maxconn`: connections it is given at a time; others wait. `nil` for any number.
    public let limit: Int?

    public init(_ node: ServiceNode, _ part: Part = .active, limit: Int? = nil) {
        self.node = node
        self.part = part
        self.limit = limit
    }
}
