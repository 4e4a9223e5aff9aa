import Hardware
import OrderedCollections
import Simulation

/// Drives the switches: puts ports where the control plane wants them, after a while, and where a
/// switch is well (Neutron's mechanism drivers for switches).
///
/// A port that several interfaces are behind is where the last of their wishes puts it; one that
/// nobody wishes for any more is as the switch came.
final class SwitchAgent: Sendable {
    private struct Place: Hashable {
        let switchName: SwitchName
        let port: Int
    }

    private struct Wish {
        let interface: MACAddress
        let vlan: VLAN
    }

    private struct State {
        /// For each port, the newest last. Looked up only, as are the others.
        var wishes: [Place: [Wish]] = [:]
        var places: [MACAddress: Place] = [:]
        /// The number of the newest order for each port.
        var orders: [Place: Int] = [:]
        var lastOrder = 0
        var chance: SeededGenerator
    }

    private let simulator: Simulator
    private let switches: OrderedDictionary<SwitchName, RackSwitch>
    private let timing: TimingProfile
    private let state: Confined<State>

    init(_ fabric: DatacenterFabric, _ switches: OrderedDictionary<SwitchName, RackSwitch>) {
        simulator = fabric.simulator
        timing = fabric.timing
        self.switches = switches
        let chance = fabric.simulator.random.branch("switch agent")
        state = Confined(fabric.simulator, State(chance: chance))
    }

    /// Takes on what is wished for an interface; nil where that is over.
    func follow(_ wish: PortWish?, of interface: MACAddress) {
        let place = wish.flatMap { wish in
            RackSwitch.number(ofPort: wish.port).map {
                Place(switchName: wish.switchName, port: $0)
            }
        }
        let before: Place? = state.write { state in
            let before = state.places[interface]
            if let before { state.wishes[before]?.removeAll { $0.interface == interface } }
            state.places[interface] = place
            if let place, let wish {
                state.wishes[place, default: []].append(
                    Wish(interface: interface, vlan: wish.vlan))
            }
            return before
        }
        if let before, before != place { order(before) }
        if let place { order(place) }
    }

    private func order(_ place: Place) {
        guard let target = switches[place.switchName] else { return }
        let isLate = target.has(.switchLate)
        let (number, delay) = state.write { state in
            state.lastOrder += 1
            state.orders[place] = state.lastOrder
            let duration = isLate ? timing.latePortChange : timing.portChange
            return (state.lastOrder, duration.draw(using: &state.chance))
        }
        simulator.schedule(at: simulator.now + delay) { [self] in
            guard state.read({ $0.orders[place] == number }) else { return }
            carryOut(place, on: target)
        }
    }

    /// A dead switch is told again, until it hears.
    private func carryOut(_ place: Place, on target: RackSwitch) {
        guard target.isAlive else { return order(place) }
        if target.has(.switchForgets) { return }
        let port = target.has(.switchMisplaces) ? target.port(mistakenFor: place.port) : place.port
        target.drive(port, to: vlan(at: place))
    }

    private func vlan(at place: Place) -> VLAN {
        state.read { $0.wishes[place]?.last?.vlan } ?? .ctlplane
    }
}
