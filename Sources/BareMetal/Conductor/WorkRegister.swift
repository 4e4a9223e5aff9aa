/// The locks that this conductor's own tasks hold.
///
/// A lock of its term that is not among them belongs to nobody: the commit that took it, or the
/// one that was to give it back, had an outcome that its task never learned.
actor WorkRegister {
    private var held: Set<Reservation> = []
    /// Nodes that somebody waits for without end.
    private var awaited: Set<NodeName> = []

    /// Called before the lock is taken, so that whoever sees the lock finds it here.
    func begin(_ reservation: Reservation) { held.insert(reservation) }

    /// Called after the lock was given back, or when its task is over without.
    func end(_ reservation: Reservation) { held.remove(reservation) }

    /// - Returns: false where somebody waits for the node already.
    func beginWaiting(for node: NodeName) -> Bool { awaited.insert(node).inserted }
    func endWaiting(for node: NodeName) { awaited.remove(node) }

    func holds(_ reservation: Reservation) -> Bool { held.contains(reservation) }
}
