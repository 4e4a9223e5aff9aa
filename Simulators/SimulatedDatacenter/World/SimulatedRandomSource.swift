public import Simulation
public import World

/// A process's chance: a branch of the seed, and branches of that by name.
public final class SimulatedRandomSource: RandomSource {
    private struct State {
        var generator: SeededGenerator
        var branches: [String: SimulatedRandomSource] = [:]
    }

    private let simulator: Simulator
    private let seed: SeededGenerator
    private let state: Confined<State>

    public init(_ seed: SeededGenerator, _ simulator: Simulator) {
        self.simulator = simulator
        self.seed = seed
        state = Confined(simulator, State(generator: seed))
    }

    public func next() -> UInt64 { state.write { $0.generator.next() } }

    /// Kept, so that a component that asks twice does not draw the same numbers twice.
    public func branch(_ component: String) -> any RandomSource {
        state.write {
            if let branch = $0.branches[component] { return branch }
            let branch = SimulatedRandomSource(seed.branch(component), simulator)
            $0.branches[component] = branch
            return branch
        }
    }
}
