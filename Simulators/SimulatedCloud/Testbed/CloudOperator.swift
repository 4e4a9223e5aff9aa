import BareMetal
import Hardware
import Harness
import SimulatedDatacenter
import Simulation
import Undercloud
import World

/// A person who sets nodes aside and takes them back, by what the store says of them.
final class CloudOperator: Sendable {
    /// Between two tries where the node is locked or the store has other things to do.
    private static let interval: Duration = .seconds(2)
    /// Tries before somebody gives up: an hour.
    private static let attempts = 1800

    private let datacenter: SimulatedDatacenter
    private let stores: CloudStores
    private let process: SimulatedProcess

    init(_ datacenter: SimulatedDatacenter, _ stores: CloudStores) {
        self.datacenter = datacenter
        self.stores = stores
        process = SimulatedProcess(
            "operator", on: datacenter.simulator, clock: NodeClock(datacenter.simulator))
    }

    /// Puts a node into maintenance. One that the service has set aside is left as it is.
    func setAside(_ node: NodeName) {
        let maintenance = Maintenance(reason: "an operator looks at it", fault: nil)
        change(node, OperatorEvent.setAside(node)) {
            guard $0.maintenance == nil else { return }
            $0.maintenance = maintenance
        }
    }

    /// Ends a maintenance that a person has begun.
    func takeBack(_ node: NodeName) {
        change(node, OperatorEvent.takenBack(node)) {
            guard let maintenance = $0.maintenance, maintenance.fault == nil else { return }
            $0.maintenance = nil
        }
    }

    /// Takes a machine as it is that benchmarks speak against.
    func accept(_ node: NodeName) { rule(.accepted, on: node, .acceptedMachine(node)) }

    /// Ends that.
    func refuse(_ node: NodeName) { rule(.unfit, on: node, .refusedMachine(node)) }

    private func rule(
        _ ruling: NodeFitness.Ruling, on node: NodeName, _ event: OperatorEvent
    ) {
        change(node, event) { $0.fitness?.ruling = ruling }
    }

    private func change(
        _ name: NodeName, _ event: OperatorEvent,
        _ change: @escaping @Sendable (inout Node) -> Void
    ) {
        process.spawn { [self] in
            for _ in 0..<Self.attempts {
                if await attempt(name, event, change) { return }
                let next = process.simulator.now + Self.interval
                let reason = WaitReason("waits for the node", name.text)
                guard (try? await process.wait(reason, until: next)) != nil else { return }
            }
        }
    }

    /// - Returns: whether nothing is left to do.
    private func attempt(
        _ name: NodeName, _ event: OperatorEvent, _ change: (inout Node) -> Void
    ) async -> Bool {
        let store = stores.authoritative
        let leaders = store.snapshot(of: Leadership.self)
        let found = store.snapshot(of: Node.self).first { $0.document.name == name }
        // While its state moves to another store, nobody leads and nothing may change.
        guard let found, let leader = leaders.first, leader.document.holder != nil,
            found.document.reservation == nil
        else { return false }
        var changed = found.document
        change(&changed)
        guard changed != found.document else { return true }
        var transaction = Transaction()
        transaction.replace(found, with: changed)
        transaction.require(unchanged: leader)
        datacenter.record(event)
        return (try? await store.handle(for: process).commit(transaction)) != nil
    }
}
