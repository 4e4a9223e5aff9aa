import Compute

/// How many servers may be taken for lost at the same time.
struct Losses {
    private var room: Int

    /// Those that are being replaced already count until they run elsewhere: a machine that is off
    /// for certain is let go in seconds, and a whole rack would follow it one by one.
    init(among servers: [Server]) {
        let limit = max(FlowLimits.leastLosses, servers.count / 10)
        room = limit - servers.filter(Self.isBeingReplaced).count
    }

    private static func isBeingReplaced(_ server: Server) -> Bool {
        switch server.state {
        case .evicting: true
        case .unplaced, .deploying, .starting: !server.failedOn.isEmpty
        case .active, .error, .deleting: false
        }
    }

    /// Whether one more may be taken for lost.
    mutating func admit() -> Bool {
        guard room > 0 else { return false }
        room -= 1
        return true
    }
}
