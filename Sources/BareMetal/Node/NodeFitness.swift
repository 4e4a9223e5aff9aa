/// What the benchmarks of a node's machine are held to say, where they speak against using it.
public struct NodeFitness: Sendable, Hashable, Codable {
    public enum Ruling: String, Sendable, Hashable, Codable {
        /// It gets no server.
        case unfit
        /// An operator takes it all the same, until it is measured anew.
        case accepted
    }

    public var ruling: Ruling
    /// The part that is out of line, such as `disk sda`.
    public let part: String
    /// Metric, value, the group's range and the usual cause, in a sentence.
    public let reason: String
    /// Which of the node's introspections it rests on (``IntrospectionData/round``).
    public let round: Int

    public init(_ ruling: Ruling, part: String, reason: String, round: Int) {
        self.ruling = ruling
        self.part = part
        self.reason = reason
        self.round = round
    }
}
