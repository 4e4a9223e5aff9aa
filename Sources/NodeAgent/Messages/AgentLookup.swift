public import Hardware
public import World

/// "Which node am I?": the agent's first question (Ironic's `GET /v1/lookup`).
public struct AgentLookup: NetworkRequest {
    public static let name = "agent-lookup"

    public let addresses: [MACAddress]

    public init(addresses: [MACAddress]) { self.addresses = addresses }

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
