public import World

/// One traced event of a run, in words, for showing where two runs part.
public struct TracedMoment: Sendable, Hashable, Codable {
    /// Counted from 1.
    public let index: Int64
    public let at: Instant
    public let site: String
    public let payload: String

    public init(index: Int64, at: Instant, site: String, payload: String) {
        self.index = index
        self.at = at
        self.site = site
        self.payload = payload
    }
}

extension TracedMoment: CustomStringConvertible {
    public var description: String {
        "event \(index)  \((at - .epoch).preciseClockText)  \(site)  \(payload)"
    }
}
