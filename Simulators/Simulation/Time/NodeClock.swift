/// The clocks of one simulated host: a monotonic one that drifts, and a date that may be wrong.
///
/// Every host has its own, because leases and certificates break where clocks disagree.
public final class NodeClock: Sendable {
    fileprivate struct State {
        /// A moment at which both scales are known; the drift applies from there on.
        var anchor: (virtual: VirtualTime, local: Int64)
        /// How much faster than true time the clock runs, in parts per thousand million.
        var drift: Int64
        /// What the date is ahead of the monotonic clock, in nanoseconds.
        var dateOffset: Int64
    }

    private let simulator: Simulator
    private let state: Confined<State>

    /// - Parameters:
    ///   - offset: what the monotonic clock shows at virtual time zero.
    ///   - driftPartsPerBillion: positive runs fast. Quartz is within ±100,000.
    ///   - date: what the host believes the date to be at virtual time zero, since 1970.
    public init(
        _ simulator: Simulator,
        offset: Duration = .zero,
        driftPartsPerBillion: Int64 = 0,
        date: Duration = .zero
    ) {
        precondition(driftPartsPerBillion > -1_000_000_000, "A clock does not run backwards.")
        self.simulator = simulator
        let local = (VirtualTime.zero + offset).nanoseconds
        state = Confined(
            simulator,
            State(
                anchor: (.zero, local),
                drift: driftPartsPerBillion,
                dateOffset: (VirtualTime.zero + date).nanoseconds - local
            )
        )
    }

    /// The monotonic clock, in nanoseconds.
    public var monotonic: Int64 { state.read { $0.local(at: simulator.now) } }

    /// The date the host believes in, in nanoseconds since 1970.
    public var date: Int64 { state.read { $0.local(at: simulator.now) + $0.dateOffset } }

    /// The moment at which the monotonic clock first shows `local` or more, if its drift stays.
    ///
    /// A clock that is slowed meanwhile shows less then: a sleeper looks again when it wakes, as
    /// ``SimulatedProcess/sleep(untilMonotonic:)`` does.
    public func virtualTime(of local: Int64) -> VirtualTime {
        state.read { $0.virtual(of: local) }
    }

    /// Changes how fast the clock runs, from now on.
    public func setDrift(partsPerBillion: Int64) {
        precondition(partsPerBillion > -1_000_000_000, "A clock does not run backwards.")
        let now = simulator.now
        state.write {
            $0.anchor = (now, $0.local(at: now))
            $0.drift = partsPerBillion
        }
    }

    /// Moves the date, as a time server or an operator does. The monotonic clock does not move.
    public func stepDate(by step: Duration) {
        state.write { $0.dateOffset += (VirtualTime.zero + step).nanoseconds }
    }
}

extension NodeClock.State {
    fileprivate static let billion: Int128 = 1_000_000_000

    fileprivate func local(at time: VirtualTime) -> Int64 {
        let elapsed = Int128(time.nanoseconds - anchor.virtual.nanoseconds)
        return anchor.local + Int64(elapsed * (Self.billion + Int128(drift)) / Self.billion)
    }

    fileprivate func virtual(of target: Int64) -> VirtualTime {
        let rate = Self.billion + Int128(drift)
        let elapsed = (Int128(target) - Int128(anchor.local)) * Self.billion
        // Rounded up, so that a sleeper who wakes never finds its deadline still ahead.
        let rounded = elapsed > 0 ? (elapsed + rate - 1) / rate : elapsed / rate
        return VirtualTime(
            nanoseconds: Int64(clamping: Int128(anchor.virtual.nanoseconds) + rounded)
        )
    }
}
