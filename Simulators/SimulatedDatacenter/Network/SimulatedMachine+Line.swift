public import Hardware
import Simulation
import World

extension SimulatedMachine {
    /// How many of a bad line's messages are lost.
    private static let loss = Ratio.percent(30)

    /// Whether one message gets over the machine's own line.
    func survivesLine() -> Bool {
        !has(.packetLoss) || !timing.happens(Self.loss, in: .link)
    }

    /// How long a server on the machine's own switch takes to answer: about as long as ours.
    func drawRogueDelay() -> Duration { .seconds(timing.draw(in: 0.0005...0.01, for: .link)) }

    /// The port of its rack's switch that the machine is plugged into. Cables that are swapped lead
    /// into the next one's.
    var plug: Int { has(.cablesSwapped) ? port.number + 1 : port.number }

    /// The network that the machine is in.
    public var vlan: VLAN { state.read { $0.vlan } }

    /// The same where the machine's own end of its link is up; nil where it is down.
    private var lineVLAN: VLAN? {
        state.read { $0.power == .on && !$0.faults.contains(.linkLoss) ? $0.vlan : nil }
    }

    /// Whether the machine's link carries anything, into a network of the site.
    public var isConnected: Bool { isLinked && vlan != .foreign }

    /// What the machine is plugged into may be in another network now.
    func noteVLAN() {
        let found = port.rackSwitch.vlan(ofPort: plug)
        guard
            state.write({ state in
                defer { state.vlan = found }
                return state.vlan != found
            })
        else { return }
        updateLinks()
        fabric.recorder.record(SiteEvent.vlan(name, port.rackSwitch.name, found))
    }

    /// Whether the machine's switch reaches the core.
    public var isInReachOfCore: Bool { port.rackSwitch.reachesCore }

    /// Whether the two can exchange messages now, as far as all that stands between them goes.
    public func reaches(_ other: SimulatedMachine) -> Bool {
        if self === other { return true }
        guard let own = lineVLAN, let others = other.lineVLAN, own.reaches(others) else {
            return false
        }
        return port.reaches(other.port)
    }
}
