/// What a node knows to have happened with one resource.
public struct ResourceHistory: Sendable, Hashable {
    /// As the node called it; anonymous instances carry no number.
    public var resource: ResourceID
    public var agent: ResourceAgent
    public var records: [OperationRecord]

    public init(
        _ resource: ResourceID, agent: ResourceAgent = .dummy, records: [OperationRecord]
    ) {
        self.resource = resource
        self.agent = agent
        self.records = records
    }
}
