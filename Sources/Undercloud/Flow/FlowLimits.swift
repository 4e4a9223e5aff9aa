/// Bounds on the flow's patience and appetite.
public enum FlowLimits {
    /// Between two looks at the whole.
    public static let interval: Duration = .seconds(10)
    /// Nodes whose ramdisks are under way at the same time (Ironic's `max_concurrent_deploy`).
    public static let concurrentRamdisks = 250
    /// Requests made in one look, so that a look ends before the next is due.
    public static let requestsPerLook = 100
    /// Failures in a row after which a node is left to an operator.
    public static let nodeFailures = 5
    /// Before a failed node is tried again: a minute, doubled with each failure in a row.
    public static let retryDelay: Duration = .seconds(60)
    /// Machines a server is tried on before it is given up.
    public static let serverAttempts = 5
    /// From a deployed machine to the first word of its operating system.
    public static let startLimit: Duration = .seconds(1800)
    /// Silence of an active server before it is taken for lost. Shorter ones are reboots and
    /// network trouble.
    public static let silenceLimit: Duration = .seconds(900)
    /// Servers that may be taken for lost at the same time: a tenth of them, but at least this
    /// many. More silence than that speaks for a network that is down, not for machines.
    public static let leastLosses = 2
}
