public import Hardware

/// How long requests took, of which any part can be asked.
public struct Latencies: Sendable, Hashable {
    private let sorted: [Duration]

    public init(_ latencies: [Duration]) { sorted = latencies.sorted() }

    public var count: Int { sorted.count }

    /// The shortest latency that at least that part of all did not exceed (nearest rank). `nil` of
    /// none.
    public func percentile(_ part: Ratio) -> Duration? {
        guard !sorted.isEmpty else { return nil }
        let rank = Int((part.value * Double(sorted.count)).rounded(.up))
        return sorted[max(rank, 1) - 1]
    }
}
