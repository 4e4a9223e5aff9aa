/// One device is asked to make sure that a node does nothing any more.
public struct FencingRequest: Sendable, Hashable {
    public let target: NodeName
    public let device: ResourceID
    public let action: ClusterOptions.FencingAction
    /// Which attempt at this target it is, from zero.
    public let attempt: Int
    /// How long to wait before.
    public let delay: Duration
}
