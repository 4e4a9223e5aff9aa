import Hardware
public import IPMI
import Simulation
import World

/// A simulated machine's controller as IPMI reaches it: the real server in front of the machine,
/// with the machine's lies and absences between it and the network.
///
/// It has no network of its own. Datagrams are handed in by ``receive(_:from:as:)``; what it sends
/// is handed to ``onSend``, at once or at a later time of the simulator's clock.
public final class IPMIPort: Sendable {
    private struct State: Sendable {
        var bmc: FakeBMC<SimulatedHost>
        var generator: SeededGenerator
        /// The life of the controller whose sessions these are.
        var life: Int
        var isAtFactory = false
        var hasWrongClock = false
        var alarm: VirtualTime?
        var onSend: (@Sendable (OutgoingDatagram) -> Void)?
    }

    /// How many of the datagrams that a silent controller gets it still hears.
    private static let heardInSilence = Ratio(0.5)

    public let machine: SimulatedMachine
    private let state: Confined<State>

    /// - Parameter profile: one for all controllers with the same accounts
    ///   (``SimulatedMachine/controllerProfile(_:controllerKey:)``).
    public init(
        _ machine: SimulatedMachine, _ profile: ControllerProfile, at place: ControllerPlace
    ) {
        let simulator = machine.fabric.simulator
        var generator = simulator.random.branch("ipmi \(machine.name)")
        let now = simulator.now - .zero
        let guid = SystemGUID(high: generator.next(), low: generator.next())
        self.machine = machine
        state = Confined(
            simulator,
            State(
                bmc: FakeBMC(
                    profile, host: SimulatedHost(machine),
                    identity: machine.specification.identity, guid: guid, place: place,
                    epoch: machine.controllerDate - now, now: now),
                generator: generator, life: machine.controllerLife))
    }

    /// Takes what the controller sends.
    public var onSend: (@Sendable (OutgoingDatagram) -> Void)? {
        get { state.look { $0.onSend } }
        set { state.write { $0.onSend = newValue } }
    }

    /// Sessions that are open now.
    public var activeSessions: Int { state.look { $0.bmc.activeSessions } }

    /// Log-ins so far that were turned away because the session table was full.
    public var logInsTurnedAway: Int { state.look { $0.bmc.logInsTurnedAway } }

    /// Changes how the server is set up, as for tests.
    public func configure(_ body: (inout FakeBMC<SimulatedHost>) -> Void) {
        state.write { body(&$0.bmc) }
    }

    /// A datagram arrives.
    ///
    /// - Parameter caller: who sent it, as the journal names whoever commands a machine.
    /// - Returns: whether the controller has taken it and answered at once, even where nobody gets
    ///   the answer.
    @discardableResult
    public func receive(
        _ bytes: [UInt8], from peer: DatagramPeer, as caller: String = "management"
    ) -> Bool {
        guard machine.hears else { return false }
        let kind = DatagramKind(bytes)
        if machine.has(.bmcSilent), !machine.timing.happens(Self.heardInSilence, in: .controller) {
            return false
        }
        // What takes a slow controller so long is the work, not the handshake.
        guard machine.has(.bmcSlow), kind == .inSession else {
            return handle(bytes, kind, peer, caller)
        }
        let simulator = machine.fabric.simulator
        let done = simulator.now + machine.timing.draw(\.slowCall, for: .controller)
        simulator.schedule(at: done) { [self] in
            if machine.hears { _ = handle(bytes, kind, peer, caller) }
        }
        return false
    }

    private func handle(
        _ bytes: [UInt8], _ kind: DatagramKind, _ peer: DatagramPeer, _ caller: String
    ) -> Bool {
        let now = machine.fabric.simulator.now - .zero
        let (answers, wereTurnedAway) = state.write { state in
            catchUp(&state, now)
            state.bmc.host.caller = caller
            let before = state.bmc.logInsTurnedAway
            let answers = state.bmc.receive(bytes, from: peer, at: now, using: &state.generator)
            return (answers, state.bmc.logInsTurnedAway > before)
        }
        if wereTurnedAway { machine.turnAway() }
        let isLost = machine.has(.bmcReplyLost) && kind == .inSession
        if !isLost, !machine.has(.bmcSilent) { send(answers) }
        setAlarm()
        return !answers.isEmpty
    }

    private func send(_ datagrams: [OutgoingDatagram]) {
        guard let onSend else { return }
        for datagram in datagrams { onSend(datagram) }
    }

    /// Takes over what has befallen the controller since it was last spoken to.
    private func catchUp(_ state: inout State, _ now: Duration) {
        let life = machine.controllerLife
        if state.life != life {
            state.life = life
            if state.bmc.activeSessions > 0 { machine.loseSessions() }
            state.bmc.restartAtOnce()
        }
        let isAtFactory = machine.has(.bmcCredentialsLost)
        if state.isAtFactory != isAtFactory {
            state.isAtFactory = isAtFactory
            if isAtFactory {
                state.bmc.replaceUsers(with: [Self.factoryUser])
            } else {
                state.bmc.restoreUsers()
            }
        }
        let isFull = machine.has(.bmcSessionsFull)
        state.bmc.sessionLimit = isFull ? 0 : machine.timing.profile.controllerSessions
        if machine.has(.bmcClock1970) { machine.meet(.bmcClock1970) }
        if state.hasWrongClock != machine.has(.bmcClock1970) {
            state.hasWrongClock.toggle()
            let date = state.hasWrongClock ? .zero : machine.controllerDate
            state.bmc.setClock(to: date, at: now)
        }
    }

    private static let factoryUser = UserAccount(
        name: "ADMIN", password: "ADMIN", privilege: .administrator)

    /// Sees to what the controller does by itself. One that nobody speaks to arms no timer.
    private func setAlarm() {
        let next = state.look { $0.bmc.nextAct }.map(VirtualTime.init(noEarlierThan:))
        guard let next, state.look({ $0.alarm }).map({ next < $0 }) ?? true else { return }
        state.write { $0.alarm = next }
        machine.fabric.simulator.schedule(at: next) { [self] in ring(next) }
    }

    private func ring(_ moment: VirtualTime) {
        guard state.look({ $0.alarm }) == moment else { return }
        let due = state.write { state in
            state.alarm = nil
            return state.bmc.advance(to: moment - .zero, using: &state.generator)
        }
        if machine.answersController { send(due) }
        setAlarm()
    }

    /// Characters that the machine writes to its serial console.
    public func writeConsole(_ characters: [UInt8]) {
        let now = machine.fabric.simulator.now - .zero
        let datagrams = state.write {
            $0.bmc.writeConsole(characters, at: now, using: &$0.generator)
        }
        if machine.answersController { send(datagrams) }
        setAlarm()
    }
}
