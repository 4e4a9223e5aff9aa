public import Hardware

/// How fast something is, as a named range in which every speed is equally likely.
public struct BandwidthDistribution: Sendable, Hashable {
    /// What is that fast, for reports.
    public let name: String
    public let bounds: ClosedRange<Bandwidth>

    public init(_ name: String, _ bounds: ClosedRange<Bandwidth>) {
        self.name = name
        self.bounds = bounds
    }

    public func draw(using generator: inout some RandomNumberGenerator) -> Bandwidth {
        let (low, high) = (bounds.lowerBound.bytesPerSecond, bounds.upperBound.bytesPerSecond)
        return Bandwidth(bytesPerSecond: Double.random(in: low...high, using: &generator))
    }
}
