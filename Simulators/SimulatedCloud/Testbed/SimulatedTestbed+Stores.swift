import Hardware
import SimulatedDatacenter
import Simulation
import World

extension SimulatedTestbed {
    /// What happens to a host happens to its copies of the stores.
    static func follow(
        _ entry: JournalEntry, _ stores: CloudStores, _ datacenter: SimulatedDatacenter
    ) {
        if let event = entry.event as? SiteEvent { follow(event, stores, datacenter) }
        guard let event = entry.event as? MachineEvent else { return }
        let host = HostAddress(event.machine.text)
        switch event {
        case .erased, .writeStarted: stores.erase(host)
        case .fault(let name, .bitRot, .began), .fault(let name, .sectorError, .began):
            if datacenter.machine(name)?.system?.isInstalled == true { stores.damage(host) }
        case .fault(let name, .diskReadOnly, let phase):
            follow(diskReadOnly: phase, on: name, stores, datacenter)
        case .fault(_, .linkLoss, let phase):
            switch phase {
            case .began: stores.cutOff(host)
            case .ended: reconnect([event.machine], stores, datacenter)
            }
            stores.connectivityChanged()
        default: break
        }
    }

    /// A copy that cannot be written falls behind, so its host takes no part.
    private static func follow(
        diskReadOnly phase: FaultPhase, on machine: MachineName, _ stores: CloudStores,
        _ datacenter: SimulatedDatacenter
    ) {
        guard datacenter.machine(machine)?.system?.isInstalled == true else { return }
        switch phase {
        case .began: stores.cutOff(HostAddress(machine.text))
        case .ended:
            // The event comes before its effect.
            datacenter.simulator.schedule(at: datacenter.simulator.now) {
                reconnect([machine], stores, datacenter)
            }
        }
    }

    private static func follow(
        _ event: SiteEvent, _ stores: CloudStores, _ datacenter: SimulatedDatacenter
    ) {
        if case .vlan(let name, _, let vlan) = event {
            guard let machine = datacenter.machine(name) else { return }
            if vlan == .foreign {
                stores.cutOff(machine.address)
            } else {
                reconnect([name], stores, datacenter)
            }
            return stores.connectivityChanged()
        }
        // The event comes before its effect, which reaches the stores in the same moment.
        guard case .fault(.switch(let name), let fault, let phase) = event,
            [.switchDead, .uplinkLoss].contains(fault)
        else { return }
        datacenter.simulator.schedule(at: datacenter.simulator.now) {
            if name == .core { return follow(core: phase, stores, datacenter) }
            let machines = datacenter.machines(in: RackName(name.text))
            let hosts = machines.map(\.address)
            switch (fault, phase) {
            case (.switchDead, .began): for host in hosts { stores.cutOff(host) }
            case (_, .began): stores.cutOff(rack: hosts)
            case (_, .ended): reconnect(machines.map(\.name), stores, datacenter)
            }
            stores.connectivityChanged()
        }
    }

    /// Without the core every rack is by itself.
    private static func follow(
        core phase: FaultPhase, _ stores: CloudStores, _ datacenter: SimulatedDatacenter
    ) {
        switch phase {
        case .began:
            let racks = datacenter.specification.racks.map(\.name)
            stores.split(into: racks.map { datacenter.machines(in: $0).map(\.address) })
        case .ended: reconnect(datacenter.machines.map(\.name), stores, datacenter)
        }
        stores.connectivityChanged()
    }

    /// A host is back only once nothing else keeps it away.
    private static func reconnect(
        _ machines: [MachineName], _ stores: CloudStores, _ datacenter: SimulatedDatacenter
    ) {
        for name in machines {
            guard let machine = datacenter.machine(name), machine.isUp, machine.isConnected,
                machine.takesWrites,
                machine.isInReachOfCore || !datacenter.isPartitioned
            else { continue }
            stores.reconnect(machine.address)
        }
    }
}
