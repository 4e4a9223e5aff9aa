import Hardware
public import Redfish
import Simulation
import World

/// A simulated machine's controller as Redfish reaches it: the real service in front of the one
/// machine, with the machine's lies and absences between it and the network.
///
/// It has no network of its own. Requests are handed in by ``receive(_:as:reply:)`` once a
/// connection is open, and answered at once or at a later time of the simulator's clock.
public final class RedfishPort: Sendable {
    private struct State: Sendable {
        var service: FakeRedfish<SimulatedHost>
        let accounts: [RedfishAccount]
        var generator: SeededGenerator
        /// The life of the controller whose sessions these are.
        var life: Int
        var isAtFactory = false
        var hasWrongClock = false
        var alarm: VirtualTime?
        var changes = 0
    }

    /// How often another client gets in between a look and the change that rests on it.
    private static let interference = Ratio(0.5)
    /// How many of the requests that a silent controller gets it still hears.
    private static let heardInSilence = Ratio(0.5)

    public let machine: SimulatedMachine
    private let state: Confined<State>

    /// - Parameter accounts: who may log in; at least one.
    public init(_ machine: SimulatedMachine, _ accounts: [RedfishAccount]) {
        let simulator = machine.fabric.simulator
        let generator = simulator.random.branch("redfish \(machine.name)")
        let now = simulator.now - .zero
        let chance = SimulatedRandomSource(generator.branch("identifiers"), simulator)
        let (own, service) = (Identifier(drawnFrom: chance), Identifier(drawnFrom: chance))
        let system = RedfishSystem(
            id: "1", name: machine.name.text, uuid: own.text, host: SimulatedHost(machine))
        self.machine = machine
        state = Confined(
            simulator,
            State(
                service: FakeRedfish(
                    SimulatedMachine.redfishProfile, systems: [system], accounts: accounts,
                    uuid: service.text, epoch: machine.controllerDate - now),
                accounts: accounts, generator: generator, life: machine.controllerLife))
    }

    /// Whether a connection is taken; one is refused while the controller starts.
    public var isListening: Bool { machine.hears }

    /// Sessions that are open now.
    public var openSessions: Int { state.look { $0.service.openSessions } }

    /// Log-ins so far that were turned away because the session table was full.
    public var logInsTurnedAway: Int { state.look { $0.service.logInsTurnedAway } }

    /// Changes how the service is set up, as for tests.
    public func configure(_ body: (inout FakeRedfish<SimulatedHost>) -> Void) {
        state.write { body(&$0.service) }
    }

    /// A request arrives whole.
    ///
    /// - Parameters:
    ///   - caller: who sent it, as the journal names whoever commands a machine.
    ///   - reply: is called at most once; never where the answer is lost.
    public func receive(
        _ request: RedfishRequest, as caller: String = "management",
        reply: @escaping @Sendable (RedfishResponse) -> Void
    ) {
        guard machine.hears else { return }
        if machine.has(.bmcSilent), !machine.timing.happens(Self.heardInSilence, in: .controller) {
            return
        }
        let simulator = machine.fabric.simulator
        let delay =
            machine.has(.bmcSlow)
            ? machine.timing.draw(\.slowCall, for: .controller) : .zero
        guard delay > .zero else { return handle(request, caller, reply) }
        simulator.schedule(at: simulator.now + delay) { [self] in
            if machine.hears { handle(request, caller, reply) }
        }
    }

    private func handle(
        _ request: RedfishRequest, _ caller: String,
        _ reply: @escaping @Sendable (RedfishResponse) -> Void
    ) {
        let simulator = machine.fabric.simulator
        let now = simulator.now - .zero
        let (answer, wasTurnedAway) = state.write { state in
            catchUp(&state, now)
            state.service.systems[0].host.caller = caller
            let before = state.service.logInsTurnedAway
            let answer = state.service.respond(to: request, at: now, using: &state.generator)
            if request.method == .get { interfere(&state) }
            return (answer, state.service.logInsTurnedAway > before)
        }
        if wasTurnedAway { machine.turnAway() }
        noteMeeting(request, answer)
        setAlarm()
        guard !machine.has(.bmcSilent), !machine.has(.bmcReplyLost) else { return }
        simulator.schedule(at: simulator.now + answer.delay) { reply(answer) }
    }

    /// Tells which of the machine's faults the request has met.
    private func noteMeeting(_ request: RedfishRequest, _ answer: RedfishResponse) {
        if machine.has(.bmcClock1970) { machine.meet(.bmcClock1970) }
        if answer.status == 412, machine.has(.bmcTagsChange) { machine.meet(.bmcTagsChange) }
        guard answer.status == 202 else { return }
        for fault in [HardwareFault.bmcTasksSlow, .bmcTasksFail] where machine.has(fault) {
            machine.meet(fault)
        }
    }

    /// Another client writes to the resource that somebody has just looked at.
    private func interfere(_ state: inout State) {
        guard machine.has(.bmcTagsChange),
            machine.timing.happens(Self.interference, in: .controller)
        else { return }
        state.changes += 1
        state.service.setAssetTag("audit \(state.changes)", of: 0)
    }

    /// Takes over what has befallen the controller since it was last spoken to.
    private func catchUp(_ state: inout State, _ now: Duration) {
        let life = machine.controllerLife
        if state.life != life {
            state.life = life
            if state.service.openSessions > 0 { machine.loseSessions() }
            state.service.restartAtOnce()
        }
        let isAtFactory = machine.has(.bmcCredentialsLost)
        if state.isAtFactory != isAtFactory {
            state.isAtFactory = isAtFactory
            state.service.replaceAccounts(
                with: isAtFactory ? [Self.factoryAccount] : state.accounts)
        }
        let isFull = machine.has(.bmcSessionsFull)
        state.service.sessionLimit = isFull ? 0 : machine.timing.profile.controllerSessions
        state.service.taskDuration =
            machine.has(.bmcTasksSlow)
            ? machine.timing.draw(\.slowTask, for: .controller)
            : SimulatedMachine.redfishProfile.taskDuration
        if state.hasWrongClock != machine.has(.bmcClock1970) {
            state.hasWrongClock.toggle()
            let date = state.hasWrongClock ? .zero : machine.controllerDate
            state.service.setClock(of: 0, to: date, at: now)
        }
    }

    private static let factoryAccount = RedfishAccount(
        name: "ADMIN", password: "ADMIN", role: .administrator)

    /// Sees to tasks that are due, though nobody looks at them.
    private func setAlarm() {
        let next = state.look { $0.service.deadline }.map(VirtualTime.init(noEarlierThan:))
        guard let next, state.look({ $0.alarm }).map({ next < $0 }) ?? true else { return }
        state.write { $0.alarm = next }
        machine.fabric.simulator.schedule(at: next) { [self] in ring(next) }
    }

    /// A controller that is away works on nothing, and comes back without its tasks.
    private func ring(_ moment: VirtualTime) {
        guard state.look({ $0.alarm }) == moment else { return }
        let isThere = machine.hears
        state.write {
            $0.alarm = nil
            if isThere {
                catchUp(&$0, moment - .zero)
                $0.service.advance(to: moment - .zero)
            }
        }
        if isThere { setAlarm() }
    }
}
