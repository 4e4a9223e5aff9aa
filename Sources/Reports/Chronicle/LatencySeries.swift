public import World

/// How long requests of one sort took over time, and how many failed.
///
/// Latencies are counted in classes a fifth of an octave wide, so that spans of time can be put
/// together and memory is bounded however many requests there are.
public struct LatencySeries: Sendable, Hashable {
    /// The requests that were answered in one span of time.
    public struct Span: Sendable, Hashable {
        public internal(set) var done = 0
        public internal(set) var failed = 0
        public internal(set) var longest: Duration = .zero
        var classes = [Int32](repeating: 0, count: LatencySeries.classCount)

        /// The latency that a share of the requests did not exceed, to a fifth of an octave.
        public func quantile(_ share: Double) -> Duration {
            let wanted = max(1, Int32((Double(done + failed) * share).rounded(.up)))
            var seen: Int32 = 0
            for (index, count) in classes.enumerated() {
                seen += count
                if seen >= wanted { return min(longest, LatencySeries.bound(of: index)) }
            }
            return longest
        }

        mutating func add(_ other: Span) {
            done += other.done
            failed += other.failed
            longest = max(longest, other.longest)
            for index in classes.indices { classes[index] += other.classes[index] }
        }
    }

    /// From a millisecond to about eighteen hours.
    static let classCount = 131
    private static let growth: Int = 5

    /// One after the other from the run's beginning on.
    public private(set) var spans: [Span] = []
    /// How many ticks a span is long.
    public private(set) var width: Int32 = 100

    public init() {}

    public mutating func add(_ latency: Duration, _ outcome: ChartMark.Outcome, at tick: Tick) {
        while Int(tick.count / width) >= ChronicleLimits.spans { coarsen() }
        let index = Int(tick.count / width)
        while spans.count <= index { spans.append(Span()) }
        switch outcome {
        case .done: spans[index].done += 1
        case .failed: spans[index].failed += 1
        }
        spans[index].longest = max(spans[index].longest, latency)
        spans[index].classes[Self.place(of: latency)] += 1
    }

    /// All of it as one span.
    public var whole: Span { spans.reduce(into: Span()) { $0.add($1) } }

    private mutating func coarsen() {
        width *= 2
        spans = stride(from: 0, to: spans.count, by: 2).map { index in
            var span = spans[index]
            if index + 1 < spans.count { span.add(spans[index + 1]) }
            return span
        }
    }

    /// The class a latency belongs to, by halving: no logarithm, whose last digits libraries
    /// differ in.
    private static func place(of latency: Duration) -> Int {
        var index = 0
        while index + 1 < classCount, bounds[index] < latency.nanoseconds { index += 1 }
        return index
    }

    static func bound(of index: Int) -> Duration { .nanoseconds(bounds[index]) }

    /// The longest latency of each class, in nanoseconds: five classes an octave.
    private static let bounds: [Int64] = (0..<classCount).map { index in
        let fifths: [Int64] = [1_000, 1_149, 1_320, 1_516, 1_741]
        return (fifths[index % growth] << Int64(index / growth)) * 1_000
    }
}
