import Simulation
import World

/// A branch of a simulated world's chance.
struct BenchChance: RandomSource {
    private let simulator: Simulator
    private let generator: Confined<SeededGenerator>

    init(_ simulator: Simulator, _ name: String) {
        self.simulator = simulator
        generator = Confined(simulator, simulator.random.branch(name))
    }

    func next() -> UInt64 { generator.write { $0.next() } }
    func branch(_ component: String) -> any RandomSource { BenchChance(simulator, component) }
}
