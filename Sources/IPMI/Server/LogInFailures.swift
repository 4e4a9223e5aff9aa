/// Counts failed log-ins and says how long the refusal of one more has to wait.
struct LogInFailures: Sendable, Hashable {
    /// All since the controller started.
    private(set) var total = 0
    /// Since the last log-in that succeeded.
    private(set) var inARow = 0

    mutating func succeed() { inARow = 0 }

    mutating func fail() -> Duration {
        total += 1
        inARow += 1
        let excess = inARow - FakeBMCLimits.freeFailures
        guard excess > 0 else { return .zero }
        return min(FakeBMCLimits.firstDelay * (1 << min(excess - 1, 8)), FakeBMCLimits.longestDelay)
    }
}
