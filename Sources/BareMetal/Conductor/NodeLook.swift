import World

/// A look at a node that excludes nobody (Ironic's shared lock), and that becomes work on it only
/// where nothing has changed since.
struct NodeLook: Sendable {
    let node: Node

    /// Locks the node for work that rests on what was seen.
    ///
    /// - Returns: nil where somebody holds the node or has changed it.
    func upgrade(
        for purpose: LockPurpose, by conductor: Conductor
    ) async throws(ConductorError) -> NodeTask? {
        var hasChanged = false
        let seen = node
        do throws(ConductorError) {
            return try await conductor.lock(node.id, for: purpose, patience: .once) {
                (found) throws(ConductorError) in
                let lock = found.reservation
                found.reservation = seen.reservation
                hasChanged = found != seen
                found.reservation = lock
                if hasChanged { throw .interrupted }
            }
        } catch {
            if hasChanged { return nil }
            switch error {
            case .locked, .store(.conflict): return nil
            default: throw error
            }
        }
    }
}
