public import Hardware
public import World

/// What introspection found (Ironic's `POST /v1/continue_inspection`). It may be sent twice.
public struct AgentInventory: NetworkRequest {
    public static let name = "agent-inventory"
    public static let audience = NetworkAudience.ramdisks

    public let node: AgentNodeID
    public let facts: MachineFacts

    public init(node: AgentNodeID, facts: MachineFacts) {
        self.node = node
        self.facts = facts
    }

    public struct Reply: Codable, Sendable {
        public init() {}
    }
}
