/// A virtual address, as `ocf:heartbeat:IPaddr2` brings it up.
public struct VirtualAddress: ClusterAgent {
    /// How long the agent takes: a fraction of a second for its `ip` commands. An assumption, not a
    /// measurement.
    public static let duration: Duration = .milliseconds(100)

    public let address: String
    public private(set) var isUp = false

    public init(_ address: String) { self.address = address }

    public mutating func perform(_ task: OperationTask) -> AgentAnswer {
        switch task {
        case .start:
            let isNew = !isUp
            isUp = true
            return AgentAnswer(
                .ok, after: Self.duration, events: isNew ? [.gratuitousARP(address: address)] : [])
        case .stop:
            isUp = false
            return AgentAnswer(.ok, after: Self.duration)
        case .monitor: return AgentAnswer(isUp ? .ok : .notRunning, after: Self.duration)
        default: return AgentAnswer(.unimplemented, after: Self.duration)
        }
    }
}
