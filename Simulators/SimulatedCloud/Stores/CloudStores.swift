import Hardware
import SimulatedDatacenter
import Simulation
import Undercloud
import World

/// The two stores of a cloud: the seed's own, and the one that the undercloud's replicas share.
final class CloudStores: Sendable {
    let seed: SimulatedStore
    let undercloud: SimulatedStore

    init(
        _ simulator: Simulator, defects: StoreDefects,
        onCommit: @escaping @Sendable (StoreCommit) -> Void,
        journal: @escaping @Sendable (any JournalEvent) -> Void
    ) {
        func store(_ name: StoreName) -> SimulatedStore {
            SimulatedStore(
                name: name, simulator: simulator, defects: defects, onCommit: onCommit,
                journal: journal)
        }
        seed = store(Seed.storeName)
        undercloud = store(Seed.undercloudStoreName)
    }

    func store(_ name: StoreName) -> SimulatedStore? {
        switch name {
        case Seed.storeName: seed
        case Seed.undercloudStoreName: undercloud
        default: nil
        }
    }

    /// The store whose word counts: the undercloud's as soon as it has taken over.
    var authoritative: SimulatedStore {
        undercloud.snapshot(of: Cloud.self).isEmpty ? seed : undercloud
    }

    /// A host went down, or was cut off: its copies are out of service.
    func lose(_ host: HostAddress) {
        seed.lose(host)
        undercloud.lose(host)
    }

    /// Some host was cut off, or is connected again.
    func connectivityChanged() {
        seed.connectivityChanged()
        undercloud.connectivityChanged()
    }

    /// A host's disk was wiped: its copies are gone.
    func erase(_ host: HostAddress) {
        seed.erase(host)
        undercloud.erase(host)
    }
}
