import BareMetal
import Compute
import Hardware
public import Harness
import SimulatedDatacenter
import Simulation
import Undercloud
import World

extension SimulatedTestbed {
    public func victims(of fault: ScenarioFault, subject: String?) -> [FaultVictim] {
        if case .site(let kind) = fault.kind {
            return drawn(places(of: kind, at: fault.target), fault.extent)
                .map { .place($0) }.sorted { $0.text < $1.text }
        }
        return drawn(able(machines(at: fault.target, subject: subject), to: fault), fault.extent)
            .map { victim(of: fault, on: $0) }.sorted { $0.text < $1.text }
    }

    public func forecast(_ weather: [Weather]) -> [ScenarioFault] {
        weather.flatMap { weather in
            var drawn = simulator.random.branch("weather of line \(weather.line)")
            return WeatherForecast.faults(of: weather, using: &drawn)
        }
    }

    public func inject(_ fault: ScenarioFault, on victim: FaultVictim) {
        if case (.site(let kind), .place(let place)) = (fault.kind, victim) {
            return datacenter.inject(kind, at: place)
        }
        guard let machine = machine(of: victim) else { return }
        switch fault.kind {
        case .hardware(let kind):
            if fault.duration == nil { faultsForGood.insert(machine.name) }
            datacenter.inject(kind, on: machine.name)
        case .site: preconditionFailure("A site's fault befalls a place.")
        case .operatorAct(.powerButton): pressButton(of: machine)
        case .operatorAct(.maintenance): cloudOperator.setAside(NodeName(machine.name.text))
        case .operatorAct(.acceptance): cloudOperator.accept(NodeName(machine.name.text))
        case .processKill:
            let unit = software.unit(on: machine.name)
            if fault.duration == nil { unit?.crash() } else { unit?.holdDown() }
        case .clockStep(let step): machine.clock.stepDate(by: step)
        case .clockDrift(let parts):
            machine.clock.setDrift(partsPerBillion: Int64(parts) * 1000)
        case .operation(let operation): operators.ask(operation, of: machine.name)
        }
    }

    public func end(_ fault: ScenarioFault, on victim: FaultVictim) {
        if case (.site(let kind), .place(let place)) = (fault.kind, victim) {
            return datacenter.repair(kind, at: place)
        }
        guard let machine = machine(of: victim) else { return }
        switch fault.kind {
        case .hardware(let kind): datacenter.repair(kind, on: machine.name)
        case .site: preconditionFailure("A site's fault befalls a place.")
        case .operatorAct(.powerButton): pressButton(of: machine)
        case .operatorAct(.maintenance): cloudOperator.takeBack(NodeName(machine.name.text))
        case .operatorAct(.acceptance): cloudOperator.refuse(NodeName(machine.name.text))
        case .processKill: software.unit(on: machine.name)?.letGo()
        case .clockStep(let step): machine.clock.stepDate(by: .zero - step)
        case .clockDrift: machine.clock.setDrift(partsPerBillion: 0)
        case .operation: preconditionFailure("What was asked for does not end.")
        }
    }

    /// Presses the button of a machine that is off, and holds that of one that is on.
    private func pressButton(of machine: SimulatedMachine) {
        switch machine.power {
        case .on: machine.holdPowerButton()
        case .off: machine.pressPowerButton()
        }
        let outcome: PowerState = machine.power == .on ? .off : .on
        datacenter.record(OperatorEvent.powerButton(machine.name, outcome))
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
        case .place: nil
        }
    }

    private func machines(at target: FaultTarget, subject: String?) -> [MachineName] {
        switch target {
        case .seed: [Self.seedMachine]
        case .leader: leader.map { [$0] } ?? []
        case .conductor: conductors.filter { $0 != leader }
        case .any: enrolled()
        case .subject: subject.map(MachineName.init).map { [$0] } ?? []
        case .machine(let node): [MachineName(node.text)]
        case .rack(let rack): enrolled { $0.rack == rack }
        case .switch(.core): enrolled()
        case .switch(let name): enrolled { $0.rack.text == name.text }
        case .feed(let feed): enrolled { $0.supplies.contains(feed) }
        case .pdu: []
        case .role(let role):
            stores.authoritative.snapshot(of: Server.self).map(\.document)
                .filter { $0.role == role }
                .compactMap { $0.node.map { MachineName($0.text) } }
        }
    }

    /// A fault is met only where there is what it cannot do without.
    private func able(_ names: [MachineName], to fault: ScenarioFault) -> [MachineName] {
        guard case .hardware(let kind) = fault.kind, let need = kind.need else { return names }
        return names.filter { datacenter.machine($0)?.specification.has(need) ?? false }
    }

    private func enrolled(
        _ isWanted: (MachineSpecification) -> Bool = { _ in true }
    ) -> [MachineName] {
        datacenter.machines.map(\.specification)
            .filter { $0.name != Self.seedMachine && isWanted($0) }.map(\.name)
    }

    /// Shared parts that a fault's target names.
    private func places(of fault: SiteFault, at target: FaultTarget) -> [SitePlace] {
        switch (target, fault) {
        case (.feed(let feed), .feedLoss): [.feed(feed)]
        case (.feed(let feed), _): datacenter.pdus(feed: feed).map { .pdu($0) }
        case (.rack(let rack), .breakerTrip): datacenter.pdus(rack: rack).map { .pdu($0) }
        case (.rack(let rack), _): [.switch(SwitchName(rack.text))]
        case (.pdu(let pdu), _): [.pdu(pdu)]
        case (.switch(let name), _): [.switch(name)]
        default: datacenter.places(for: fault)
        }
    }

    /// Those in the ring that are there for more than what is left over.
    private var conductors: [MachineName] {
        let ring = stores.authoritative.snapshot(of: ConductorRing.self).first?.document
        return ring?.members.filter { $0.scope != .leftovers }.map { MachineName($0.host.text) }
            ?? []
    }

    var leader: MachineName? {
        let leadership = stores.authoritative.snapshot(of: Leadership.self).first?.document
        return leadership?.holder.map { MachineName($0.text) }
    }

    private func drawn<Target>(_ candidates: [Target], _ extent: FaultExtent) -> [Target] {
        guard case .drawn(let count) = extent else { return candidates }
        var pool = candidates
        pool.shuffle(using: &chance)
        return Array(pool.prefix(count))
    }
}
