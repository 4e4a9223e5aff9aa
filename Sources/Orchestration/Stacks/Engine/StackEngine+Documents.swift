import OrderedCollections
import World

/// How resources wait for documents that others write.
extension StackEngine {
    func follow(_ document: DocumentWait, for record: String, of stack: String) {
        let kind = document.key.kind
        var following = follows[kind] ?? DocumentFollowing(type: document.type)
        following.waiters[document.key.id, default: []].append(
            DocumentFollowing.Waiter(stack: stack, record: record))
        follows[kind] = following
    }

    /// What waits for documents that have changed goes on.
    func followDocuments() async throws(StoreError) {
        for (kind, following) in follows where !following.waiters.isEmpty {
            let (ids, newest) = try await Self.changed(
                following.type, in: store, after: following.seen)
            follows[kind]?.seen = newest
            for id in ids {
                for waiter in follows[kind]?.waiters.removeValue(forKey: id) ?? [] {
                    wake(waiter.record, of: waiter.stack)
                }
            }
        }
    }

    /// Who waits for documents begins anew when its stack is read again. What was seen of them
    /// stays so.
    func forgetWaiters() {
        for kind in follows.keys { follows[kind]?.waiters = [:] }
    }

    private static func changed<Document: StoredDocument>(
        _ type: Document.Type, in store: any Store, after seen: Revision
    ) async throws(StoreError) -> (ids: [String], newest: Revision) {
        let changes = try await store.changesSoFar(to: type, in: .all, after: seen)
        return (changes.map(\.id), changes.map(\.revision).max() ?? seen)
    }

    /// Waits until there is something to look at, or for this moment where there is one.
    func pause(until due: Instant?) async throws(StoreError) {
        let (store, seen, clock) = (store, requestsSeen, clock)
        let kinds = follows.values.filter { !$0.waiters.isEmpty }.map { ($0.type, $0.seen) }
        let outcome = await withTaskGroup(of: StoreError?.self) { group in
            group.addTask { await Self.change(StackRequest.self, in: store, after: seen) }
            for (type, seen) in kinds {
                group.addTask { await Self.change(type, in: store, after: seen) }
            }
            if let due {
                group.addTask { (try? await clock.sleep(until: due)) == nil ? .revoked : nil }
            }
            let first = await group.next() ?? nil
            group.cancelAll()
            return first
        }
        if let outcome { throw outcome }
    }

    /// Waits for a change.
    ///
    /// - Returns: what went wrong; nil where something has changed.
    private static func change<Document: StoredDocument>(
        _ type: Document.Type, in store: any Store, after seen: Revision
    ) async -> StoreError? {
        do throws(StoreError) {
            _ = try await store.changes(to: type, in: .all, after: seen)
            return nil
        } catch {
            return error
        }
    }
}
