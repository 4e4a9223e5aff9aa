import Hardware
import SimulatedDatacenter
import Simulation
import Undercloud
import World

/// The two stores of a cloud: the seed's own, and the one that the undercloud's replicas share.
final class CloudStores: Sendable {
    let seed: SimulatedStore
    let undercloud: SimulatedStore
    /// Which stores the system that runs on a host has opened, and so keeps copies of.
    private let opened: Confined<[HostAddress: Set<StoreName>]>

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
        opened = Confined(simulator, [:])
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

    /// A system opens a store; from now on its host keeps a copy.
    func open(_ store: SimulatedStore, on host: HostAddress) {
        opened.write { $0[host, default: []].insert(store.name) }
        store.join(host)
    }

    /// The system on a host ended: its copies are out of service until another opens them.
    func close(_ host: HostAddress) {
        opened.write { $0[host] = nil }
        cutOff(host)
    }

    /// A host was cut off: its copies are out of service.
    func cutOff(_ host: HostAddress) {
        seed.lose(host)
        undercloud.lose(host)
    }

    /// A host that was cut off brings its copies up to date.
    func reconnect(_ host: HostAddress) {
        let names = opened.read { $0[host] ?? [] }
        for store in [seed, undercloud] where names.contains(store.name) { store.join(host) }
    }

    /// A rack lost its way to the others. A store that all live copies of are in it stays in
    /// service there; of any other store the rack's copies are out of service.
    func cutOff(rack hosts: [HostAddress]) {
        let inRack = Set(hosts)
        for store in [seed, undercloud] where !inRack.isSuperset(of: store.members) {
            for host in hosts { store.lose(host) }
        }
    }

    /// Every rack is by itself. A store stays in service in the rack that has most of its live
    /// copies; where no rack has, nowhere.
    func split(into racks: [[HostAddress]]) {
        for store in [seed, undercloud] {
            let members = store.members
            for rack in racks {
                let inRack = Set(rack)
                guard members.filter(inRack.contains).count * 2 <= members.count else { continue }
                for host in rack { store.lose(host) }
            }
        }
    }

    /// Some host was cut off, or is connected again.
    func connectivityChanged() {
        seed.connectivityChanged()
        undercloud.connectivityChanged()
    }

    /// A block of what is on a host's disk changed: its copies are damaged.
    func damage(_ host: HostAddress) {
        seed.damage(host)
        undercloud.damage(host)
    }

    /// A host's disk was wiped: its copies are gone.
    func erase(_ host: HostAddress) {
        seed.erase(host)
        undercloud.erase(host)
    }
}
