import Hardware
import World

extension Conductor {
    /// Locks a node, and changes it in the same transaction.
    ///
    /// A lock of an earlier term is broken: its holder cannot commit any more.
    func lock(
        _ name: String, for work: String, attempts: Int = ConductorLimits.lockAttempts,
        _ change: (inout Node) throws(ConductorError) -> Void = { _ in },
        alongside others: (Node, inout Transaction) -> Void = { _, _ in }
    ) async throws(ConductorError) -> NodeTask {
        var last: ConductorError = .unknownNode(name)
        for attempt in 1...attempts {
            let stored = try await read(name)
            if let holder = stored.document.reservation, holder.term >= authority.term {
                last = .locked(stored.document.name, by: holder)
            } else {
                let reservation = newReservation(for: work)
                var changed = stored.document
                changed.reservation = reservation
                try change(&changed)
                do throws(ConductorError) {
                    let locked = try await commit(stored, changed) { others(changed, &$0) }
                    return NodeTask(self, locked, reservation)
                } catch {
                    guard case .store(.conflict) = error else { throw error }
                    last = error
                }
            }
            if attempt < attempts { try await pause(ConductorLimits.lockInterval) }
        }
        throw last
    }
}
