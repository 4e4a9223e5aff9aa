import Simulation
import World

/// A simulated process's clock, as a service sees it.
struct BenchClock: WorldClock {
    let process: SimulatedProcess

    var now: Instant { Instant(nanoseconds: process.clock.monotonic) }
    var wallTime: WallTime { WallTime(sinceEpoch: .nanoseconds(process.clock.date)) }

    func sleep(until deadline: Instant) async throws(Interruption) {
        do { try await process.sleep(untilMonotonic: deadline.nanoseconds) } catch {
            throw Interruption()
        }
    }
}
