import Simulation
import World

/// Starts the concurrent parts of a simulated process.
struct SimulatedSpawner: Spawner {
    let process: SimulatedProcess

    func spawn(_ name: String, _ work: @escaping @Sendable () async -> Void) {
        process.spawn(work)
    }
}
