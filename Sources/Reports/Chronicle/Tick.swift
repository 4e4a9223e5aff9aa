public import World

/// A moment in tenths of a second since a run began, which is as fine as its pictures are.
public struct Tick: Sendable, Hashable, Comparable {
    public static let perSecond = 10
    public static let zero = Tick(0)

    public let count: Int32

    public init(_ count: Int32) { self.count = count }

    /// The last tick at or before a moment; runs end within six years.
    public init(_ instant: Instant) {
        let ticks = instant.nanoseconds / (1_000_000_000 / Int64(Self.perSecond))
        count = Int32(clamping: ticks)
    }

    public static func < (left: Tick, right: Tick) -> Bool { left.count < right.count }

    /// How long it is from one to another.
    public static func - (later: Tick, earlier: Tick) -> Duration {
        .milliseconds(Int64(later.count - earlier.count) * 1000 / Int64(perSecond))
    }
}

extension Tick: CustomStringConvertible {
    /// As a clock that was started with the run.
    public var description: String { (self - .zero).clockText }
}
