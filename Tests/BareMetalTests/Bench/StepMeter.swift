import Simulation

/// Counts what a process does through its world, and kills it at a step that was chosen.
final class StepMeter: Sendable {
    private struct State {
        var isArmed = false
        var steps = 0
        var strike: Strike?
        var victim: SimulatedProcess?
    }

    /// When to kill: at the beginning of a step, or a little into it.
    struct Strike: Sendable {
        let step: Int
        let after: Duration
    }

    private let simulator: Simulator
    private let state: Confined<State>

    init(_ simulator: Simulator) {
        self.simulator = simulator
        state = Confined(simulator, State())
    }

    var steps: Int { state.read(\.steps) }

    /// Counts from now on, and kills `victim` when the step of `strike` comes.
    func arm(_ victim: SimulatedProcess, _ strike: Strike?) {
        state.write { $0 = State(isArmed: true, steps: 0, strike: strike, victim: victim) }
    }

    func step() {
        let due = state.write { state -> (SimulatedProcess, Duration)? in
            guard state.isArmed else { return nil }
            state.steps += 1
            guard let strike = state.strike, strike.step == state.steps, let victim = state.victim
            else { return nil }
            return (victim, strike.after)
        }
        guard let (victim, delay) = due else { return }
        guard delay > .zero else { return victim.kill() }
        simulator.schedule(at: simulator.now + delay) { victim.kill() }
    }
}
