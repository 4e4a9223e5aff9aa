import Simulation
import World

/// A simulated process's own clocks behind the world's seam, with nothing added.
struct SimulatedProcessClock: WorldClock {
    let process: SimulatedProcess

    var now: Instant { Instant(nanoseconds: process.clock.monotonic) }
    var wallTime: WallTime { WallTime(sinceEpoch: .nanoseconds(process.clock.date)) }

    func sleep(until deadline: Instant) async throws(Interruption) {
        do {
            try await process.wait(
                WaitReason("sleeps"),
                until: process.clock.virtualTime(of: deadline.nanoseconds)
            )
        } catch {
            throw Interruption()
        }
    }
}
