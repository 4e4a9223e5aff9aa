import Hardware
import World

extension Conductor {
    /// Writes a node over the one that was read, if it still is as it was and the term is not over.
    func commit(
        _ stored: Stored<Node>, _ changed: Node,
        alongside others: (inout Transaction) -> Void = { _ in }
    ) async throws(ConductorError) -> Stored<Node> {
        var transaction = Transaction()
        transaction.replace(stored, with: changed)
        authority.fence(&transaction)
        others(&transaction)
        let revision = try await commit(transaction, replacing: stored, with: changed)
        journal(from: stored.document, to: changed)
        return Stored(document: changed, revision: revision)
    }

    /// Commits through short absences of the store. After each the node is read again: the commit
    /// may have happened though its answer was lost.
    private func commit(
        _ transaction: Transaction, replacing stored: Stored<Node>, with changed: Node
    ) async throws(ConductorError) -> Revision {
        var last = StoreError.unavailable("no try was made")
        for _ in 0..<ConductorLimits.commitAttempts {
            do throws(StoreError) {
                return try await store.commit(transaction)
            } catch {
                last = error
            }
            guard case .unavailable = last else { break }
            try await pause(ConductorLimits.commitInterval)
            if let revision = await revisionIfDone(stored, changed) { return revision }
        }
        if case .conflict(let key) = last, authority.isLost(byConflictOver: key) {
            throw .deposed
        }
        throw .store(last)
    }

    private func revisionIfDone(_ stored: Stored<Node>, _ changed: Node) async -> Revision? {
        guard let found = try? await store.get(Node.self, changed.id) else { return nil }
        let isOurs = found.revision > stored.revision && found.document == changed
        return isOurs ? found.revision : nil
    }

    private func journal(from old: Node, to new: Node) {
        if old.provisionState != new.provisionState {
            world.journal.record(
                BareMetalEvent.provisionState(
                    new.name, from: old.provisionState, to: new.provisionState,
                    reason: new.lastError))
        }
        if old.maintenance != new.maintenance {
            world.journal.record(BareMetalEvent.maintenance(new.name, new.maintenance))
        }
    }
}
