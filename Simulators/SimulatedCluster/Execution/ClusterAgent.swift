/// A program that starts, stops and watches one resource on one node, as OCF demands of it.
public protocol ClusterAgent: Sendable {
    /// Does what is asked. Every task can be asked for again, and has then nothing more to do.
    mutating func perform(_ task: OperationTask) -> AgentAnswer
}
