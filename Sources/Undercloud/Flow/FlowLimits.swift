/// Bounds on the flow's patience and appetite.
public enum FlowLimits {
    /// Between two looks at the whole.
    public static let interval: Duration = .seconds(10)
    /// Requests made in one look, so that a look ends before the next is due.
    public static let requestsPerLook = 250
    /// Requests that are waited for at the same time.
    public static let requestsAtOnce = 10
    /// Failures in a row after which a node is left to an operator: about three hours of trying.
    public static let nodeFailures = 8
    /// Failures in a row after which a node is no longer waited for.
    public static let nodePatience = 3
    /// Before something that failed is tried again: two minutes, then three times as long after
    /// each further failure in a row, up to half an hour.
    public static let retryDelay: Duration = .seconds(120)
    public static let retryGrowth = 3
    public static let longestRetryDelay: Duration = .seconds(1800)
    /// Machines a server is tried on before it is given up.
    public static let serverAttempts = 10

    /// How long to wait after so many failures in a row.
    static func delay(after failures: Int) -> Duration {
        guard failures > 0 else { return .zero }
        var delay = retryDelay
        for _ in 1..<failures where delay < longestRetryDelay { delay *= retryGrowth }
        return min(delay, longestRetryDelay)
    }

    /// From a deployed machine to the first word of its operating system.
    public static let startLimit: Duration = .seconds(1800)
    /// Silence of an active server before it is taken for lost. Shorter ones are reboots and
    /// network trouble.
    public static let silenceLimit: Duration = .seconds(900)
    /// Silence of an active server before its machine, if that is off, is switched on: longer than
    /// a restart, and than machines commonly wait after their power came back.
    public static let switchOnDelay: Duration = .seconds(300)
    /// Servers that may be taken for lost at the same time: a tenth of them, but at least this
    /// many. More silence than that speaks for a network that is down, not for machines.
    public static let leastLosses = 2
}
