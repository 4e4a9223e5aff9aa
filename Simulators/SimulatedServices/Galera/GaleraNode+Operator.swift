extension GaleraNode {
    /// Whether a bootstrap is refused where `grastate.dat` says that it is not safe.
    public enum Caution: Sendable, Hashable { case ifSafe, anyway }

    /// Starts a new cluster from this node's data, as `galera_new_cluster` does. Everybody else
    /// joins it and gets what it has: what only others had is lost.
    ///
    /// - Parameter caution: an operator who edits `grastate.dat` takes ``Caution/anyway``.
    public mutating func bootstrap(
        _ caution: Caution = .ifSafe, at now: Duration
    ) -> [ServiceEffect<GaleraMessage, GaleraAnswer>] {
        guard disk.isSafeToBootstrap || disk.state == nil || caution == .anyway else {
            return [.log("It may not be safe to bootstrap the cluster from this node.")]
        }
        disk.isSafeToBootstrap = false
        forcesPrimary = true
        return take(.start, at: now)
    }

    /// Has the part of a cluster that this node belongs to go on without a quorum
    /// (`pc.bootstrap=true`). Where the other part goes on as well, there are two.
    public mutating func forcePrimary() { forcesPrimary = true }

    /// Throws the node's data away while it is down, so that it is copied anew.
    public mutating func wipe() {
        precondition(role == .down, "A running server's data is not thrown away.")
        disk.wipe()
    }
}
