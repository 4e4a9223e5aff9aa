import Simulation

/// Counts what a process does through its world, and does harm at a step that was chosen.
final class StepMeter: Sendable {
    private struct State {
        var isArmed = false
        var steps = 0
        var strike: Strike?
        var harm: @Sendable () -> Void = {}
    }

    /// When to strike: at the beginning of a step, or a little into it.
    struct Strike: Sendable {
        let step: Int
        let after: Duration
        let harm: Harm
    }

    /// What to do.
    enum Harm: Sendable, Hashable {
        /// Kill the process.
        case kill
        /// Give its store trouble for a while.
        case store(MeteredStore.Trouble, for: Duration)
    }

    private let simulator: Simulator
    private let state: Confined<State>

    init(_ simulator: Simulator) {
        self.simulator = simulator
        state = Confined(simulator, State())
    }

    var steps: Int { state.read(\.steps) }

    /// Counts from now on, and does `harm` when the step of `strike` comes.
    func arm(_ strike: Strike?, _ harm: @escaping @Sendable () -> Void) {
        state.write { $0 = State(isArmed: true, steps: 0, strike: strike, harm: harm) }
    }

    func step() {
        let due = state.write { state -> (Duration, @Sendable () -> Void)? in
            guard state.isArmed else { return nil }
            state.steps += 1
            guard let strike = state.strike, strike.step == state.steps else { return nil }
            return (strike.after, state.harm)
        }
        guard let (delay, harm) = due else { return }
        guard delay > .zero else { return harm() }
        simulator.schedule(at: simulator.now + delay) { harm() }
    }
}
