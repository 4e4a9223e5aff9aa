/// That a node changed something others rely on: shared storage, a database, an address table.
public struct NodeWrite: Sendable, Hashable {
    public let node: String
    public let object: ObjectName
    /// What was written, in words.
    public let what: String
    public let at: Duration

    public init(_ node: String, wrote what: String, to object: ObjectName, at: Duration) {
        self.node = node
        self.object = object
        self.what = what
        self.at = at
    }
}
