public import World

/// "I am here, and this is how far I am" (Ironic's `POST /v1/heartbeat`).
///
/// It may be sent any number of times; the service acts on what is new in it.
public struct AgentHeartbeat: NetworkRequest {
    public static let name = "agent-heartbeat"
    public static let audience = NetworkAudience.ramdisks

    public let node: AgentNodeID
    /// Where the agent takes commands.
    public let agent: HostAddress
    /// Drawn anew at every start of an agent, so that a restart can be told from silence.
    public let life: Identifier
    /// The newest command and how it stands; nil where this agent was never given one.
    public let command: AgentCommandStatus?

    public init(
        node: AgentNodeID, agent: HostAddress, life: Identifier, command: AgentCommandStatus?
    ) {
        self.node = node
        self.agent = agent
        self.life = life
        self.command = command
    }

    public struct Reply: Codable, Sendable {
        public init() {}
    }
}
