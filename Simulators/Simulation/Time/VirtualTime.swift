/// A moment of the simulated world, in nanoseconds since its beginning.
public struct VirtualTime: Sendable, Hashable, Comparable {
    /// Since the beginning of the world.
    public let nanoseconds: Int64

    public init(nanoseconds: Int64) { self.nanoseconds = nanoseconds }

    /// The beginning of the world.
    public static let zero = VirtualTime(nanoseconds: 0)

    public static func < (left: VirtualTime, right: VirtualTime) -> Bool {
        left.nanoseconds < right.nanoseconds
    }

    /// Whole nanoseconds count. What lies beyond 292 years is at their end: "for ever" is a
    /// deadline like any other.
    public static func + (time: VirtualTime, duration: Duration) -> VirtualTime {
        let sum = Int128(time.nanoseconds) + duration.attoseconds / 1_000_000_000
        return VirtualTime(nanoseconds: Int64(clamping: sum))
    }

    /// How long it is from `earlier` to `later`; negative where they are the other way round.
    public static func - (later: VirtualTime, earlier: VirtualTime) -> Duration {
        .nanoseconds(later.nanoseconds) - .nanoseconds(earlier.nanoseconds)
    }
}
