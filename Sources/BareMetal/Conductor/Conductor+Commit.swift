import Hardware
import World

extension Conductor {
    /// Writes a node over the one that was read, if it still is as it was and the term is not over.
    func commit(
        _ stored: Stored<Node>, _ changed: Node,
        alongside others: (inout Transaction) -> Void = { _ in }
    ) async throws(ConductorError) -> Stored<Node> {
        var (transaction, changed) = (Transaction(), changed)
        keepPast(from: stored.document, to: &changed, in: &transaction)
        transaction.replace(stored, with: changed)
        if let given = stored.document.allocation, changed.allocation != given {
            // Whatever gives the node back, its allocation goes with it.
            transaction.remove(DocumentKey(kind: Allocation.kind, id: given.text))
        }
        authority.fence(&transaction)
        others(&transaction)
        let revision = try await commit(transaction, replacing: stored, with: changed)
        journal(from: stored.document, to: changed)
        return Stored(document: changed, revision: revision)
    }

    /// Commits through short absences of the store. After each the node is read again: the commit
    /// may have happened though its answer was lost, and then doing it again meets a conflict.
    private func commit(
        _ transaction: Transaction, replacing stored: Stored<Node>, with changed: Node
    ) async throws(ConductorError) -> Revision {
        var last = StoreError.unavailable("no try was made")
        var isUncertain = false
        for _ in 0..<ConductorLimits.commitAttempts {
            do throws(StoreError) {
                return try await commitOnce(transaction)
            } catch {
                last = error
            }
            if case .unavailable = last { isUncertain = true }
            guard isUncertain, last.isTransient else { break }
            if case .unavailable = last { try await pause(ConductorLimits.commitInterval) }
            switch await fate(of: changed, replacing: stored) {
            case .done(let revision): return revision
            case .notDone: if case .conflict = last { throw failure(last) }
            case .unknown:
                if case .conflict = last { try await pause(ConductorLimits.commitInterval) }
            }
        }
        throw failure(last)
    }

    private func commitOnce(_ transaction: Transaction) async throws(StoreError) -> Revision {
        if world.fault(.conductorCommitUnsent) { throw .unavailable("it was never asked") }
        let revision = try await store.commit(transaction)
        if world.fault(.conductorCommitUnheard) { throw .unavailable("its answer was lost") }
        return revision
    }

    /// Reads what work on a node goes by, through short absences of the store as commits go through
    /// them.
    func patiently<Answer: Sendable>(
        _ read: () async throws(StoreError) -> Answer
    ) async throws(ConductorError) -> Answer {
        var last = StoreError.unavailable("no try was made")
        for _ in 0..<ConductorLimits.commitAttempts {
            do throws(StoreError) {
                if world.fault(.conductorReadUnheard) { throw .unavailable("its answer was lost") }
                return try await read()
            } catch { last = error }
            guard case .unavailable = last, authority.isHeld else { break }
            try await pause(ConductorLimits.commitInterval)
        }
        throw .store(last)
    }

    private func failure(_ error: StoreError) -> ConductorError {
        if case .conflict(let key) = error, authority.isLost(byConflictOver: key) {
            return .deposed
        }
        return .store(error)
    }

    /// What became of a commit whose answer was lost.
    private enum Fate {
        case done(Revision)
        case notDone
        case unknown
    }

    private func fate(of changed: Node, replacing stored: Stored<Node>) async -> Fate {
        guard let found = try? await store.get(Node.self, changed.id) else { return .unknown }
        let isOurs = found.revision > stored.revision && found.document == changed
        return isOurs ? .done(found.revision) : .notDone
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
