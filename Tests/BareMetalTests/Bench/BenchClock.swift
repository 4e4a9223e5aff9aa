import Simulation
import World

/// A process's clock on the bench.
struct BenchClock: WorldClock {
    let process: SimulatedProcess
    let meter: StepMeter

    var now: Instant { Instant(nanoseconds: process.clock.monotonic) }
    var wallTime: WallTime { WallTime(sinceEpoch: .nanoseconds(process.clock.date)) }

    func sleep(until deadline: Instant) async throws(Interruption) {
        meter.step()
        do { try await process.sleep(untilMonotonic: deadline.nanoseconds) } catch {
            throw Interruption()
        }
    }
}
