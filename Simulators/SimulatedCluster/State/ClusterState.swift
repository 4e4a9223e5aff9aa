/// All that a cluster decides from: its configuration and what it knows of its nodes.
///
/// What Pacemaker keeps in its CIB, as far as the model goes. The order of everything counts, as
/// it does there.
public struct ClusterState: Sendable, Hashable {
    public var hasQuorum = true
    /// Whether the partition had quorum before, without which it does not fence itself.
    public var hasLostQuorum = false
    /// The node that decides for all.
    public var coordinator: NodeName?
    public var options = ClusterOptions()
    /// What resources have unless they say otherwise.
    public var resourceDefaults: MetaAttributes = [:]
    public var nodes: [NodeDefinition] = []
    public var resources: [ResourceDefinition] = []
    public var constraints: [ClusterConstraint] = []
    public var statuses: [NodeStatus] = []
    /// Seconds since 1970; what has failed longer ago than a failure's timeout is forgotten.
    public var now = 0

    public init() {}
}
