public import Simulation
public import World

/// A host's clocks as one process sees them.
public struct SimulatedClock: WorldClock {
    private let process: SimulatedProcess

    public init(process: SimulatedProcess) { self.process = process }

    public var now: Instant { Instant(nanoseconds: process.clock.monotonic) }

    public var wallTime: WallTime { WallTime(sinceEpoch: .nanoseconds(process.clock.date)) }

    public func sleep(until deadline: Instant) async throws(Interruption) {
        do { try await process.sleep(untilMonotonic: deadline.nanoseconds) } catch {
            throw Interruption()
        }
    }
}
