import Simulation
import World

/// A process's chance on the bench.
final class BenchRandom: RandomSource {
    private struct State {
        var generator: SeededGenerator
        var branches: [String: BenchRandom] = [:]
    }

    private let simulator: Simulator
    private let seed: SeededGenerator
    private let state: Confined<State>

    init(_ seed: SeededGenerator, _ simulator: Simulator) {
        self.simulator = simulator
        self.seed = seed
        state = Confined(simulator, State(generator: seed))
    }

    func next() -> UInt64 { state.write { $0.generator.next() } }

    func branch(_ component: String) -> any RandomSource {
        state.write {
            if let branch = $0.branches[component] { return branch }
            let branch = BenchRandom(seed.branch(component), simulator)
            $0.branches[component] = branch
            return branch
        }
    }
}
