import Simulation

/// Devices that only keep themselves going.
final class Population {
    private let simulator: Simulator
    private var generator: SeededGenerator
    private(set) var count = 0

    init(_ simulator: Simulator) {
        self.simulator = simulator
        generator = simulator.random.branch("devices")
    }

    func step() {
        let delay = Duration.nanoseconds(Int64.random(in: 1...1_000_000, using: &generator))
        simulator.schedule(at: simulator.now + delay) { [unowned self] in
            count += 1
            step()
        }
    }
}
