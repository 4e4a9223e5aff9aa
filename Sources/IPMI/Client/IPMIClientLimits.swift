/// How patient a client is, and how much it does at once.
public enum IPMIClientLimits {
    /// From a request to its failure; within what a controller's caller may have to wait.
    public static let request: Duration = .seconds(18)
    /// How often one datagram is sent.
    public static let attempts = 5
    /// From a datagram to the same once more; it doubles each time.
    public static let firstRetry: Duration = .milliseconds(600)
    /// Unanswered attempts after which a session that worked before is taken for lost.
    public static let attemptsInSession = 3
    /// Unanswered attempts after which IPMI 1.5's log-in is taken for refused.
    public static let attemptsToLogIn = 4
    /// Unanswered attempts after which another cipher suite is tried.
    public static let attemptsPerSuite = 2
    /// Hosts to which a datagram may be under way at once; the socket has room for the answers.
    public static let hostsUnderWay = 128
    /// How long a host is left alone after it did not answer; it doubles each time.
    public static let firstBackOff: Duration = .seconds(1)
    public static let longestBackOff: Duration = .seconds(30)
    /// A session that is not used is kept open by a question as often as this.
    public static let keepAlive: Duration = .seconds(25)
    /// And is closed after this long without a use.
    public static let idleSession: Duration = .seconds(180)
    /// Requests that wait for one host.
    public static let queue = 256
}
