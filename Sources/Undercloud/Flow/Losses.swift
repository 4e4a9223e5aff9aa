/// How many servers may be taken for lost at the same time.
struct Losses {
    private var room: Int

    /// Those that are being replaced already count.
    init(among servers: [Server]) {
        let limit = max(FlowLimits.leastLosses, servers.count / 10)
        room = limit - servers.filter { $0.state == .evicting }.count
    }

    /// Whether one more may be taken for lost.
    mutating func admit() -> Bool {
        guard room > 0 else { return false }
        room -= 1
        return true
    }
}
