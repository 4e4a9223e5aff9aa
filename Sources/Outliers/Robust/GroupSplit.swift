/// A group of like machines that fell into two heaps, for a reason that is not in their hardware.
public struct GroupSplit: Sendable {
    /// A fact that tells the heaps apart.
    public struct Cause: Sendable, Hashable {
        public let kind: String
        public let id: String
        public let key: String
        /// What most of the slower machines say, and most of the faster.
        public let low: String
        public let high: String

        /// In words, such as `disk sda rev is 4.68 on the slower and 5.01 on the faster machines`.
        public var text: String {
            "\(kind) \(id) \(key) is \(low) on the slower and \(high) on the faster machines"
        }
    }

    /// The group's number.
    public let group: Int
    /// Those that show it.
    public let metrics: [Metric]
    public let slower: [String]
    public let faster: [String]
    /// How much less the slower heap gives of the first metric, as a part of the faster one's.
    public let effect: Double
    public let lowCentre: Double
    public let highCentre: Double
    /// Facts that tell the heaps apart, the clearest first; none where no fact does.
    public let causes: [Cause]
}
