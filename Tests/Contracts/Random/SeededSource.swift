import Simulation
import World

/// The kernel's generator behind the world's seam, with nothing added.
struct SeededSource: RandomSource {
    private let simulator: Simulator
    private let generator: Confined<SeededGenerator>

    init(_ simulator: Simulator, _ generator: SeededGenerator) {
        self.simulator = simulator
        self.generator = Confined(simulator, generator)
    }

    func next() -> UInt64 { generator.write { $0.next() } }

    func branch(_ component: String) -> any RandomSource {
        SeededSource(simulator, generator.read { $0.branch(component) })
    }
}
