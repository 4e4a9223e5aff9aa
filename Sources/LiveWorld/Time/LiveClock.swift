import Glibc
public import World

/// The clocks of the host this process runs on.
///
/// The epoch is the start of the host, not of the process, so that moments written to a store by
/// one process mean the same to the next on the same host.
public struct LiveClock: WorldClock {
    public init() {}

    /// Time since the host started, including what it slept (`CLOCK_BOOTTIME`).
    public var now: Instant { Instant(nanoseconds: Self.read(CLOCK_BOOTTIME)) }

    public var wallTime: WallTime {
        WallTime(sinceEpoch: .nanoseconds(Self.read(CLOCK_REALTIME)))
    }

    public func sleep(until deadline: Instant) async throws(Interruption) {
        do {
            // Sleeps again where the runtime's timer was early by this clock.
            while now < deadline {
                try await Task.sleep(for: deadline - now, tolerance: .zero, clock: .continuous)
            }
            await Task.yield()
            try Task.checkCancellation()
        } catch {
            throw Interruption()
        }
    }

    private static func read(_ clock: clockid_t) -> Int64 {
        var time = timespec()
        let status = clock_gettime(clock, &time)
        precondition(status == 0, "Linux has had this clock since 2.6.39.")
        return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
    }
}
