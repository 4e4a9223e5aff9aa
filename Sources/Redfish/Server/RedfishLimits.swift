/// Bounds on what a service keeps for those who speak to it.
public enum RedfishLimits {
    /// Sessions that are open at once.
    public static let sessions = 64
    /// How long a session lives that says nothing (SessionService's usual `SessionTimeout`), and
    /// what it may be set to (its schema's minimum and maximum).
    public static let idleSession: Duration = .seconds(1800)
    public static let idleSessionRange = 30...86_400
    public static let accounts = 16
    public static let nameLength = 64
    public static let passwordLengths = 1...128
    /// Tasks that are remembered; finished ones make room for new ones.
    public static let tasks = 256
    /// Subscriptions to events, and events on their way to subscribers.
    public static let subscriptions = 32
    public static let deliveries = 1024
    /// Failed log-ins in a row that are answered at once.
    public static let freeFailures = 3
    /// How long the answer to the next one is kept back; it doubles with each.
    public static let firstDelay: Duration = .milliseconds(250)
    public static let longestDelay: Duration = .seconds(2)
    /// Members that are shown in full at once (`$expand`).
    public static let expandedMembers = 10_000
    /// Bytes of an address or a tag that is stored.
    public static let textLength = 2048
}
