public import Hardware

/// How many machines of one rack may come on within a time, so that what they draw in their first
/// moments opens no breaker. xCAT bounds it by `syspowermaxnodes` and `syspowerinterval`.
public struct StartBudget: Sendable, Hashable, Codable {
    /// What a controller takes at most from a command to the change of power, so that machines
    /// told at different times may come on together all the same.
    private static let spread: Duration = .seconds(6)
    /// How much of a breaker's rating is planned with.
    private static let headroom = 0.8

    /// At least one.
    public let atOnce: Int
    public let window: Duration

    public init(atOnce: Int, window: Duration) {
        precondition(atOnce > 0 && window > .zero, "A rack's machines can be started.")
        self.atOnce = atOnce
        self.window = window
    }

    /// What a rack stands of which nobody says what its breakers carry.
    public static let usual = StartBudget(atOnce: 10, window: .seconds(10))

    /// What fits through one PDU that carries a whole rack alone, as it does when the other feed is
    /// lost; one machine at a time where nothing fits.
    ///
    /// - Parameters:
    ///   - machines: in the rack.
    ///   - running: what one of them draws at work.
    ///   - inrush: what it draws at first, for `duration`.
    public static func fitting(
        _ limit: Watts, machines: Int, running: Watts, inrush: Watts, lasting duration: Duration
    ) -> StartBudget {
        let room = limit.watts * headroom - Double(machines) * running.watts
        let excess = max(1, inrush.watts - running.watts)
        return StartBudget(atOnce: max(1, Int(room / excess)), window: duration + spread)
    }
}
