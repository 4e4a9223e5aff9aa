/// One recorded event of a run, for showing where two runs part.
public struct TracedEvent: Sendable, Hashable, Codable, CustomStringConvertible {
    public let index: Int64
    /// Virtual time in nanoseconds.
    public let at: Int64
    public let site: String
    public let payload: String

    public var description: String {
        "event \(index) at \(Duration.nanoseconds(at)): \(site) \(payload)"
    }
}
