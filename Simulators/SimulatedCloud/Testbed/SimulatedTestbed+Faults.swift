import BareMetal
import Hardware
public import Harness
import SimulatedDatacenter
import Simulation
import Undercloud
import World

extension SimulatedTestbed {
    public func victims(of fault: ScenarioFault, subject: String?) -> [FaultVictim] {
        let candidates = machines(at: fault.target, subject: subject)
        let chosen: [MachineName]
        switch fault.extent {
        case .all: chosen = candidates
        case .drawn(let count): chosen = draw(count, from: candidates)
        }
        return chosen.map { victim(of: fault, on: $0) }.sorted { $0.text < $1.text }
    }

    public func inject(_ fault: ScenarioFault, on victim: FaultVictim) {
        guard let machine = machine(of: victim) else { return }
        switch fault.kind {
        case .hardware(let kind):
            if fault.duration == nil { faultsForGood.insert(machine.name) }
            datacenter.inject(kind, on: machine.name)
        case .processKill:
            let unit = software.unit(on: machine.name)
            if fault.duration == nil { unit?.crash() } else { unit?.holdDown() }
        case .clockStep(let step): machine.clock.stepDate(by: step)
        case .clockDrift(let parts):
            machine.clock.setDrift(partsPerBillion: Int64(parts) * 1000)
        }
    }

    public func end(_ fault: ScenarioFault, on victim: FaultVictim) {
        guard let machine = machine(of: victim) else { return }
        switch fault.kind {
        case .hardware(let kind): datacenter.repair(kind, on: machine.name)
        case .processKill: software.unit(on: machine.name)?.letGo()
        case .clockStep(let step): machine.clock.stepDate(by: .zero - step)
        case .clockDrift: machine.clock.setDrift(partsPerBillion: 0)
        }
    }

    private func victim(of fault: ScenarioFault, on machine: MachineName) -> FaultVictim {
        guard case .processKill = fault.kind, let unit = software.unit(on: machine) else {
            return .machine(machine)
        }
        return .process(unit.name)
    }

    private func machine(of victim: FaultVictim) -> SimulatedMachine? {
        switch victim {
        case .machine(let name): datacenter.machine(name)
        case .process(let name):
            name.split(separator: "/").first.flatMap { datacenter.machine(MachineName(String($0))) }
        }
    }

    private func machines(at target: FaultTarget, subject: String?) -> [MachineName] {
        switch target {
        case .seed: [Self.seedMachine]
        case .leader: leader.map { [$0] } ?? []
        case .any: enrolled
        case .subject: subject.map(MachineName.init).map { [$0] } ?? []
        case .machine(let node): [MachineName(node.text)]
        case .rack(let rack):
            datacenter.machines.filter {
                $0.specification.rack == rack && $0.name != Self.seedMachine
            }.map(\.name)
        case .role(let role):
            stores.authoritative.snapshot(of: Server.self).map(\.document)
                .filter { $0.role == role }
                .compactMap { $0.node.map { MachineName($0.text) } }
        }
    }

    private var enrolled: [MachineName] {
        datacenter.machines.map(\.name).filter { $0 != Self.seedMachine }
    }

    private var leader: MachineName? {
        let leadership = stores.authoritative.snapshot(of: Leadership.self).first?.document
        return leadership?.holder.map { MachineName($0.text) }
    }

    private func draw(_ count: Int, from candidates: [MachineName]) -> [MachineName] {
        var pool = candidates
        pool.shuffle(using: &chance)
        return Array(pool.prefix(count))
    }
}
