/// A moment of the simulated world, in nanoseconds since its beginning.
public struct VirtualTime: Sendable, Hashable, Comparable {
    public let nanoseconds: Int64

    public init(nanoseconds: Int64) { self.nanoseconds = nanoseconds }

    public static let zero = VirtualTime(nanoseconds: 0)

    public static func < (left: VirtualTime, right: VirtualTime) -> Bool {
        left.nanoseconds < right.nanoseconds
    }

    public static func + (time: VirtualTime, duration: Duration) -> VirtualTime {
        let (seconds, attoseconds) = duration.components
        return VirtualTime(
            nanoseconds: time.nanoseconds + seconds * 1_000_000_000 + attoseconds / 1_000_000_000)
    }

    public static func - (later: VirtualTime, earlier: VirtualTime) -> Duration {
        .nanoseconds(later.nanoseconds - earlier.nanoseconds)
    }
}
