import Hardware
import World

/// Renews a lease until it can no longer be renewed.
struct LeaseKeeper: Sendable {
    let lease: Lease
    let store: any Store
    let clock: any WorldClock
    /// Whether the next renewal is late.
    var isLate: @Sendable () -> Bool = { false }

    /// Returns when the term is over, or the process is stopped.
    func run() async {
        var count = 0
        while lease.isHeld {
            count += 1
            let start = clock.now
            do throws(StoreError) {
                try await beat(count)
                lease.renewed(at: start)
            } catch .conflict {
                lease.end()
            } catch .revoked {
                return
            } catch {}
            let pause = isLate() ? LeaseLimits.lateRenewal : LeaseLimits.renewal
            guard (try? await clock.sleep(for: pause)) != nil else { return }
        }
    }

    private func beat(_ count: Int) async throws(StoreError) {
        var transaction = Transaction(durability: .relaxed)
        transaction.require(unchanged: lease.leadership)
        transaction.put(LeaseBeat(term: lease.term, count: count))
        try await store.commit(transaction)
    }
}
