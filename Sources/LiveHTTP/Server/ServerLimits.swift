/// Bounds on what strangers may cost a server beside what ``Redfish/HTTPLimits`` say of requests.
public enum ServerLimits {
    /// From when a connection could bring a request until all of it has come, the handshake of TLS
    /// and idle time included (Apache's `RequestReadTimeout` gives 20 s for the header, and as much
    /// for a body that stalls).
    public static let request: Duration = .seconds(30)
    /// From then until its answer is written. Answers are kept back for seconds at most.
    public static let answer: Duration = .seconds(60)
    /// Connections that are open at once; more wait until one closes.
    public static let connections = 4096
    /// Bytes of an oversize body that are read and dropped, so that its sender reads the refusal
    /// and not of a connection that broke.
    public static let droppedBody = 16 << 20
    /// How much larger than what the service takes a header may be to be refused by the service,
    /// with the reason. One beyond that is refused while it is read.
    static let headerSlack = 2
}
