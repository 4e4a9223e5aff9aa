/// Bounds on one request over a connection. The client's own, with its repetitions, are
/// ``Redfish/RedfishClientLimits``.
public enum ConnectionLimits {
    /// Until a connection stands, TLS included.
    public static let connect: Duration = .seconds(5)
    /// Until an answer has come whole; within a call's limit there is room for another try.
    public static let answer: Duration = .seconds(12)
    /// How long a connection that is not used is kept: less than the 5 s after which common
    /// servers close it (Apache's `KeepAliveTimeout`), so that no request meets a closed one.
    public static let idle: Duration = .seconds(4)
    /// Connections to one service at once.
    public static let perService = 8
    /// Times that one reading is sent elsewhere on the same service.
    public static let redirections = 5
}
