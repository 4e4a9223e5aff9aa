import Synchronization
import World

/// Wakes those in this process who wait for documents to change.
final class CommitNotifier: Sendable {
    /// How many commits there had been when somebody looked at the store.
    struct Mark: Sendable {
        fileprivate let commits: Int
    }

    private struct Waiter {
        let kind: DocumentKind
        let range: DocumentRange
        let continuation: CheckedContinuation<Void, Never>
    }

    private struct State {
        var commits = 0
        var isClosed = false
        var lastTicket = 0
        var waiters: [Int: Waiter] = [:]

        mutating func take(where isChosen: (Waiter) -> Bool) -> [Waiter] {
            let chosen = waiters.filter { isChosen($0.value) }
            for ticket in chosen.keys { waiters[ticket] = nil }
            return Array(chosen.values)
        }
    }

    private let state = Mutex(State())

    var mark: Mark { state.withLock { Mark(commits: $0.commits) } }

    func announce(_ keys: [DocumentKey]) {
        let woken = state.withLock { state in
            state.commits += 1
            return state.take { waiter in
                keys.contains { $0.kind == waiter.kind && waiter.range.contains($0.id) }
            }
        }
        for waiter in woken { waiter.continuation.resume() }
    }

    /// Nothing changes any more: all who wait are woken, and nobody waits again.
    func close() {
        let woken = state.withLock { state in
            state.isClosed = true
            return state.take { _ in true }
        }
        for waiter in woken { waiter.continuation.resume() }
    }

    /// Waits for a commit to the range after `mark` was taken. It may return without one.
    ///
    /// - Throws: ``StoreError/revoked`` or ``StoreError/unavailable(_:)``.
    func wait(
        _ kind: DocumentKind,
        _ range: DocumentRange,
        after mark: Mark
    ) async throws(StoreError) {
        let ticket = state.withLock { state in
            state.lastTicket += 1
            return state.lastTicket
        }
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                park(Waiter(kind: kind, range: range, continuation: continuation), ticket, mark)
            }
        } onCancel: {
            state.withLock { $0.waiters.removeValue(forKey: ticket) }?.continuation.resume()
        }
        if Task.isCancelled { throw .revoked }
        if state.withLock({ $0.isClosed }) { throw .unavailable("the store was closed") }
    }

    private func park(_ waiter: Waiter, _ ticket: Int, _ mark: Mark) {
        let isParked = state.withLock { state in
            // A cancellation after this look finds the waiter, since it takes the same lock.
            guard state.commits == mark.commits, !state.isClosed, !Task.isCancelled else {
                return false
            }
            state.waiters[ticket] = waiter
            return true
        }
        if !isParked { waiter.continuation.resume() }
    }
}
