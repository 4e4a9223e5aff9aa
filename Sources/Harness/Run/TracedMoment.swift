public import World

/// One traced event of a run, in words, for showing where two runs part.
public struct TracedMoment: Sendable, Hashable, Codable {
    /// Counted from 1.
    public let index: Int64
    public let at: TimeSpan
    public let site: String
    public let payload: String

    public init(index: Int64, at: Instant, site: String, payload: String) {
        self.index = index
        self.at = TimeSpan(at - .epoch)
        self.site = site
        self.payload = payload
    }

    private enum CodingKeys: String, CodingKey {
        case index, site, payload
        case at = "atSeconds"
    }
}

extension TracedMoment: CustomStringConvertible {
    public var description: String {
        "event \(index)  \(at.duration.preciseClockText)  \(site)  \(payload)"
    }
}
