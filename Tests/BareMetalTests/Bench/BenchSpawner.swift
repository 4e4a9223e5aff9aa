import Simulation
import World

/// Starts tasks of one process on the bench.
struct BenchSpawner: Spawner {
    let process: SimulatedProcess

    func spawn(_ name: String, _ work: @escaping @Sendable () async -> Void) {
        process.spawn(work)
    }
}
