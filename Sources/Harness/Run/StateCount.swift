public import BareMetal

/// How many nodes are in a state.
public struct StateCount: Sendable, Hashable, Codable {
    public let state: ProvisionState
    public let count: Int

    public init(state: ProvisionState, count: Int) {
        self.state = state
        self.count = count
    }
}
