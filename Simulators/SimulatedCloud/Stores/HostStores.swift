import SimulatedDatacenter
import Simulation
import World

/// The stores as one process reaches them. A host that opens a store keeps a copy of it.
struct HostStores: StoreDirectory {
    let stores: CloudStores
    let process: SimulatedProcess
    let machine: SimulatedMachine
    let bug: CloudBug?
    let datacenter: SimulatedDatacenter

    func open(_ name: StoreName) async throws(StoreError) -> any Store {
        guard let store = stores.store(name) else {
            throw .unavailable("there is no store \(name)")
        }
        guard process.isAlive else { throw .revoked }
        guard isReachable(store) else { throw .unavailable("\(machine.name) is cut off") }
        stores.open(store, on: machine.address)
        let handle = store.handle(for: process, reach: { isReachable(store) })
        guard let bug else { return handle }
        return DefectiveStore(
            store: handle, bug: bug, host: machine.address,
            staleBeat: Confined(process.simulator, nil),
            staleBeats: Confined(process.simulator, [:]), looks: Confined(process.simulator, 0))
    }

    /// Whether one of the hosts that keep a copy can be reached; where none does, the network.
    private func isReachable(_ store: SimulatedStore) -> Bool {
        guard machine.isConnected else { return false }
        guard datacenter.isPartitioned else { return true }
        let members = store.members.compactMap { datacenter.machine(at: $0) }
        return members.isEmpty || members.contains { machine.reaches($0) }
    }
}
