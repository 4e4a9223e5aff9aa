public import Hardware
public import World

/// "Which node am I?": the agent's first question (Ironic's `GET /v1/lookup`).
public struct AgentLookup: NetworkRequest {
    public static let name = "agent-lookup"
    public static let audience = NetworkAudience.ramdisks

    public let addresses: [MACAddress]
    /// What the agent finds the machine to be, by which it is told from another with the same
    /// addresses; nil from an agent that does not say.
    public let facts: MachineFacts?

    public init(addresses: [MACAddress], facts: MachineFacts? = nil) {
        self.addresses = addresses
        self.facts = facts
    }

    public struct Reply: Codable, Sendable {
        public let node: AgentNodeID
        /// Silence longer than this makes the service give the agent up.
        public let heartbeatTimeout: Duration

        public init(node: AgentNodeID, heartbeatTimeout: Duration) {
            self.node = node
            self.heartbeatTimeout = heartbeatTimeout
        }
    }
}
