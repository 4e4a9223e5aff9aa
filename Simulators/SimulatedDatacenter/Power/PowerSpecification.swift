public import Hardware

/// How a site's machines are fed: every rack has a PDU on every feed.
public struct PowerSpecification: Sendable, Hashable {
    public let feeds: [FeedName]
    /// What one PDU's breaker is made for; nil for one that is never short.
    public let limit: Watts?
    /// Between two outlets that a PDU switches on when its current comes back, as switched PDUs
    /// do so that not everything starts at once.
    public let outletDelay: Duration

    public init(
        feeds: [FeedName] = ["A", "B"], limit: Watts? = nil, outletDelay: Duration = .seconds(1)
    ) {
        precondition(!feeds.isEmpty, "Current comes from somewhere.")
        precondition(Set(feeds).count == feeds.count, "Feeds have different names.")
        self.feeds = feeds
        self.limit = limit
        self.outletDelay = outletDelay
    }
}
