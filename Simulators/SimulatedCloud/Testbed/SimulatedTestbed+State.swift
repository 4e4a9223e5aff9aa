import BareMetal
import Compute
import Hardware
public import Harness
import Orchestration
import SimulatedDatacenter
import Undercloud
import World

extension SimulatedTestbed {
    public func state() -> CloudState {
        let store = stores.authoritative
        var state = CloudState(
            nodes: store.snapshot(of: Node.self).map(\.document),
            servers: store.snapshot(of: Server.self).map(\.document),
            intents: store.snapshot(of: Intent.self).map(\.document),
            endpoints: store.snapshot(of: Endpoint.self).map(\.document),
            cloud: store.snapshot(of: Cloud.self).first?.document,
            leadership: store.snapshot(of: Leadership.self).first?.document,
            storeMembers: store.members,
            machines: datacenter.machines.filter { $0.name != Self.seedMachine }.map(truth),
            openRequests: operators.openRequests)
        state.stacks = store.snapshot(of: StackRecord.self).map(\.document)
            .filter { $0.parent == nil && $0.state != "DELETE_COMPLETE" }
        return state
    }

    private func truth(of machine: SimulatedMachine) -> MachineTruth {
        let running: MachineTruth.Running =
            switch machine.system?.system {
            case nil: .nothing
            case .ramdisk?: .ramdisk
            case .disk(let contents, let extent, _)?: .disk(contents: contents, extent: extent)
            }
        return MachineTruth(
            name: machine.name, power: machine.power, running: running,
            fitness: faultsForGood.contains(machine.name) ? .faultyForGood : .fit,
            raid: machine.softwareRAIDConditions)
    }
}
