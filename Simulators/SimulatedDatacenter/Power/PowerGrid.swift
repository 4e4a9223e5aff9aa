import Hardware
import OrderedCollections
import Simulation
import World

/// The feeds, PDUs and breakers of a site, and the machines plugged into them.
final class PowerGrid: Sendable {
    /// From a breaker that opened to somebody who has come to close it.
    private static let personsDelay: ClosedRange<Double> = 600...1800

    private struct State {
        var network: PowerNetwork
        var machines: [SimulatedMachine] = []
        var chance: SeededGenerator
        /// Machines whose controllers were told to switch them on, with the end of their inrush.
        /// Asked only when a breaker opens.
        var commanded: [Int: VirtualTime] = [:]
        /// Looked up only.
        var byRack: [RackName: [Int]] = [:]
    }

    private let simulator: Simulator
    private let recorder: EventRecorder
    private let specification: PowerSpecification
    private let state: Confined<State>

    init(
        _ specification: PowerSpecification, racks: [RackName], _ simulator: Simulator,
        _ recorder: EventRecorder
    ) {
        self.simulator = simulator
        self.recorder = recorder
        self.specification = specification
        var initial = State(
            network: PowerNetwork(limit: specification.limit),
            chance: simulator.random.branch("power grid"))
        for rack in racks {
            for feed in specification.feeds {
                let name = PDUName("\(rack)/\(feed)")
                let pdu = initial.network.addPDU(name, rack: rack, feed: feed)
                initial.byRack[rack, default: []].append(pdu)
            }
        }
        state = Confined(simulator, initial)
    }

    /// Whether any breaker can open by itself.
    var isLimited: Bool { specification.limit != nil }

    /// Plugs a machine into the PDUs of its rack, and has it draw what it draws when it is off.
    ///
    /// - Returns: what ``draw(_:by:)`` knows it by.
    func plug(_ machine: SimulatedMachine) -> Int {
        let supplies = machine.specification.supplies
        let (number, effects) = state.write { state -> (Int, [PowerNetwork.Effect]) in
            let pdus = state.byRack[machine.specification.rack] ?? []
            let sockets = pdus.filter { supplies.contains(state.network.pdus[$0].feed) }
            let number = state.network.plug(into: sockets)
            state.machines.append(machine)
            let standby = machine.specification.rating.standby.watts
            return (number, state.network.draw(standby, by: number, at: simulator.now))
        }
        carryOut(effects)
        return number
    }

    /// A machine draws another amount from now on.
    func draw(_ watts: Watts, by number: Int) {
        carryOut(state.write { $0.network.draw(watts.watts, by: number, at: simulator.now) })
    }

    /// A machine's controller was told to switch it on, and it comes on now.
    func noteCommandedStart(of number: Int, until end: VirtualTime) {
        guard specification.limit != nil else { return }
        state.write { $0.commanded[number] = end }
    }

    func setFirstSupply(isDead: Bool, of number: Int) {
        let now = simulator.now
        carryOut(
            state.write { $0.network.setFirstSupply(isDead: isDead, of: number, at: now) })
    }

    /// What a PDU carries now; nil where there is none of that name.
    func load(of name: PDUName) -> Watts? {
        state.read { state in
            state.network.pdus.first { $0.name == name }.map { Watts($0.load) }
        }
    }

    /// The PDUs of a rack, of a feed, or all of them where neither is named; in order.
    func pdus(rack: RackName? = nil, feed: FeedName? = nil) -> [PDUName] {
        state.read { state in
            state.network.pdus.filter { pdu in
                (rack.map { $0 == pdu.rack } ?? true) && (feed.map { $0 == pdu.feed } ?? true)
            }.map(\.name)
        }
    }

    // MARK: What fails and comes back

    func setFeed(_ feed: FeedName, isUp: Bool) {
        for (index, pdu) in state.read({ $0.network.pdus }).enumerated() where pdu.feed == feed {
            change(index) { $0.isFed = isUp }
        }
    }

    func setBreaker(_ name: PDUName, isFaulty: Bool) {
        let index = state.read { $0.network.pdus.firstIndex { $0.name == name } }
        guard let index else { preconditionFailure("There is no PDU '\(name)'.") }
        change(index) { $0.isFaulty = isFaulty }
    }

    private func change(_ pdu: Int, _ change: (inout PowerNetwork.PDU) -> Void) {
        let wasLive = state.read { $0.network.pdus[pdu].isLive }
        carryOut(state.write { $0.network.change(pdu, at: simulator.now, change) })
        guard !wasLive, state.read({ $0.network.pdus[pdu].isLive }) else { return }
        // Outlets that were live all the time are no start; only the others are kept apart.
        var delay = Duration.zero
        for number in state.read({ $0.network.pdus[pdu].consumers }) {
            let isLit = state.read { $0.network.consumers[number].isLit }
            if !isLit { delay += specification.outletDelay }
            simulator.schedule(at: simulator.now + delay) { [self] in
                carryOut(state.write { $0.network.refresh(number, at: simulator.now) })
            }
        }
    }

    private func carryOut(_ effects: [PowerNetwork.Effect]) {
        for effect in effects {
            switch effect {
            case .darkened(let number): state.read { $0.machines[number] }.loseMains()
            case .lit(let number): state.read { $0.machines[number] }.regainMains()
            case .watch(let pdu, let moment, let ticket):
                simulator.schedule(at: moment) { [self] in open(pdu, ticket) }
            }
        }
    }

    /// A breaker's moment has come. Somebody comes to close it again.
    private func open(_ pdu: Int, _ ticket: Int) {
        guard state.read({ $0.network.opens(pdu, ticket: ticket) }),
            let limit = specification.limit
        else { return }
        let (name, load) = state.read {
            ($0.network.pdus[pdu].name, Watts($0.network.pdus[pdu].load))
        }
        let starting = starting(on: pdu)
        recorder.record(
            SiteEvent.breakerTripped(name, load: load, limit: limit, starting: starting))
        change(pdu) { $0.isClosed = false }
        let delay = state.write { Double.random(in: Self.personsDelay, using: &$0.chance) }
        simulator.schedule(at: simulator.now + .seconds(delay)) { [self] in
            recorder.record(SiteEvent.breakerReset(name))
            change(pdu) { $0.isClosed = true }
        }
    }

    private func starting(on pdu: Int) -> [MachineName] {
        state.read { state in
            state.network.pdus[pdu].consumers.filter {
                state.commanded[$0].map { $0 >= simulator.now } ?? false
            }.map { state.machines[$0].name }
        }
    }
}
