/// One recorded event of a run, for showing where two runs part.
public struct TracedEvent: Sendable, Hashable, Codable, CustomStringConvertible {
    /// Its number in the run, counted from 1.
    public let index: Int64
    /// Virtual time in nanoseconds.
    public let at: Int64
    /// Where in the code it was recorded.
    public let site: String
    /// What happened, in the words of the site.
    public let payload: String

    public var description: String {
        "event \(index) at \(Duration.nanoseconds(at)): \(site) \(payload)"
    }
}
