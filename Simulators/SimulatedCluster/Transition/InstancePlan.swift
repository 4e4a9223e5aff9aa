/// Where the scheduler wants an instance to be; what is in its way may keep it from getting there.
public struct InstancePlan: Sendable, Hashable {
    public let id: ResourceID
    /// nil for nowhere.
    public let node: NodeName?
    public let role: ResourceRole
}
