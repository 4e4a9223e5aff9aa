/// Bounds on what is asked of hypervisors.
public enum LibvirtLimits {
    /// Calls of one process that may block at the same time, each on a thread of its own.
    public static let threads = 16
    /// Of these, calls to one hypervisor: one that hangs leaves room for the others.
    public static let perHypervisor = 4
    /// Calls that may wait for a thread.
    public static let waiting = 10_000
    /// Between two questions whether the other side is still there, in seconds.
    static let keepAliveInterval: Int32 = 5
    /// Unanswered ones after which a connection is given up. That is noticed before a call's own
    /// limit (``Hardware/BMCLimits/call``) is over.
    static let keepAliveCount: UInt32 = 2
    /// Times that a call is begun: a connection that was lost while nobody used it is noticed by
    /// the next call alone.
    static let attempts = 2
    /// Bytes of a picture of a screen.
    static let screenshot = 64 << 20
    /// Bytes that a console reads or writes in one piece.
    static let consolePiece = 4096
    /// Bytes that may wait to be typed; more are dropped, as on a serial line.
    static let typedAhead = 1 << 16
    /// Bytes of a console that wait for a fake controller to show them; more are dropped.
    static let shownBehind = 1 << 16
    /// Orders that wait for one domain behind a fake controller; more are dropped.
    static let orders = 64
    /// Between two looks at domains of which no event tells.
    static let round: Duration = .seconds(5)
    /// Events that wait for a reader who is late; the oldest are dropped.
    static let events = 1024
}
