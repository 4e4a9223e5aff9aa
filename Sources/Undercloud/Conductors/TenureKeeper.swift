import BareMetal
import World

/// Keeps a conductor's tenure until it can no longer be renewed, and its view of the ring fresh.
struct TenureKeeper: Sendable {
    let tenure: Tenure
    let ring: RingView
    let store: any Store
    let clock: any WorldClock
    /// Whether the next sign of life is late.
    var isLate: @Sendable () -> Bool = { false }

    /// Returns when the tenure is over, or the process is stopped.
    func run() async {
        var count = 0
        while tenure.isHeld {
            let pause = isLate() ? LeaseLimits.lateRenewal : LeaseLimits.renewal
            guard (try? await clock.sleep(for: pause)) != nil else { return }
            count += 1
            let start = clock.now
            do throws(StoreError) {
                try await Self.beat(tenure.registration, tenure.term, count, store)
                tenure.renewed(at: start)
                try await ring.refresh()
            } catch .conflict {
                tenure.end()
            } catch .revoked {
                return
            } catch {}
        }
    }

    /// Shows a sign of life, if the registration is as it was admitted.
    static func beat(
        _ registration: Stored<ConductorRegistration>, _ term: Term, _ count: Int,
        _ store: any Store
    ) async throws(StoreError) {
        var transaction = Transaction(durability: .relaxed)
        transaction.require(unchanged: registration)
        transaction.put(
            ConductorBeat(host: registration.document.host, term: term, count: count))
        try await store.commit(transaction)
    }
}
