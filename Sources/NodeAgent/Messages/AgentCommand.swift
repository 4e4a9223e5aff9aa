public import World

/// Work for an agent. Sent again with the same id it is not done again.
public struct AgentCommand: NetworkRequest {
    public static let name = "agent-command"

    public let id: Identifier
    public let work: AgentWork

    public init(id: Identifier, work: AgentWork) {
        self.id = id
        self.work = work
    }

    public typealias Reply = AgentCommandStatus
}
