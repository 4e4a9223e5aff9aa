public import Hardware
public import World

/// What introspection found (Ironic's `POST /v1/continue_inspection`). It may be sent twice.
public struct AgentInventory: NetworkRequest {
    public static let name = "agent-inventory"
    public static let audience = NetworkAudience.ramdisks

    public let node: AgentNodeID
    public let facts: MachineFacts
    /// What was asked for beyond the facts, in JSON; see ``HardwareAccess/report(for:)``. Nil
    /// where nothing was.
    public let report: String?

    public init(node: AgentNodeID, facts: MachineFacts, report: String? = nil) {
        self.node = node
        self.facts = facts
        self.report = report
    }

    public struct Reply: Codable, Sendable {
        public init() {}
    }
}
