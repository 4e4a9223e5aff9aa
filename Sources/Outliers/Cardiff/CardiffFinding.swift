/// What the reference's statistics say of a group's figures of one device.
public struct CardiffFinding: Sendable {
    /// Of the group as a whole.
    public enum Outcome: String, Sendable, Hashable, Codable {
        case consistent = "CONSISTENT"
        /// Some machines are curious.
        case suspicious = "SUSPICIOUS"
        /// The figures are too far apart for anybody to be named.
        case unstable = "UNSTABLE"
        /// Nobody has a figure.
        case notMeasured = "NOT MEASURED"
    }

    /// A machine outside two standard deviations.
    public struct Curious: Sendable, Hashable {
        public let machine: String
        /// The mean over its devices where the benchmark has several, as in the reference.
        public let value: Double
        public let isOver: Bool
    }

    /// Such as `standalone_read_1M_KBps`, `loops_per_sec` or `Memory benchmark 1K`.
    public let mode: String
    /// The device, such as `sda`, or the kind of efficiency.
    public let title: String
    public let limits: CardiffLimits
    public let minimum: Double
    public let mean: Double
    public let maximum: Double
    /// Of the sample; not a number for one machine.
    public let deviation: Double
    public let deviationPercent: Double
    public let outcome: Outcome
    public let curious: [Curious]
    /// What the outcome does not say: too few machines to compare, figures that are missing or
    /// cannot be used.
    public let remarks: [String]

    /// Within these nobody is curious.
    public var allowed: ClosedRange<Double>? {
        guard deviation.isFinite, mean.isFinite else { return nil }
        return mean - 2 * deviation...mean + 2 * deviation
    }
}
