/// What a Galera node's rendered configuration says (`wsrep_provider_options` and `wsrep_*`).
public struct GaleraOptions: Sendable, Hashable {
    /// `wsrep_cluster_name`; nodes of other names are not let in.
    public var clusterName = "galera_cluster"
    /// Hosts of `wsrep_cluster_address`.
    public var peers: [ServiceNode]
    /// `pc.weight`.
    public var weight = 1
    /// `wsrep_sync_wait`: a read waits until the node has applied what was committed before it.
    public var causalReads = true
    /// Write sets kept for incremental transfers: what `gcache.size` holds.
    public var cachedWriteSets = 1_000
    /// Write sets that wait to be applied before a node asks the others to pause (`gcs.fc_limit`).
    public var flowControlLimit = 16
    /// `pc.ignore_sb`: half of the weight is enough. Two halves then both go on.
    public var ignoresSplitBrain = false
    /// `pc.ignore_quorum`: any part is enough.
    public var ignoresQuorum = false

    public init(peers: [ServiceNode]) { self.peers = peers }
}
