public import Hardware

/// How a scenario's machines are fed.
public struct PowerDescription: Sendable, Hashable {
    public static let usual = PowerDescription()
    public static let supplyLimit = 1...2

    public let feeds: [FeedName] = ["A", "B"]
    /// Power supplies in a machine. Machines with one are plugged into the feeds by turns.
    public var supplies = 2
    /// What each rack's PDU on each feed carries; nil where it is never short.
    public var pdu: Watts?
    /// What a machine draws with little to do, at work, and for a moment after it came on.
    public var idle = Watts(150)
    public var busy = Watts(400)
    public var inrush = Watts(1000)
    /// What machines do when their supply comes back, and within which time.
    public var restore = PowerRestorePolicy.last
    public var restoreWithin = Duration.zero

    /// The feeds of the machine of this number, counted from 0.
    public func supplies(ofMachine number: Int) -> [FeedName] {
        supplies == 1 ? [feeds[number % feeds.count]] : feeds
    }
}
