/// Bounds on a request that a service takes. Beyond them it is refused before it is read.
public enum HTTPLimits {
    /// Bytes of a body. Requests of Redfish are a few hundred; whole BIOS settings some 100 KB.
    public static let body = 1 << 20
    /// Fields of the header (Apache's `LimitRequestFields`).
    public static let fields = 100
    /// Bytes of all fields together (eight lines of Apache's `LimitRequestFieldSize`).
    public static let fieldBytes = 65_536
    /// Bytes of path and query (RFC 9110, section 4.1 recommends that 8000 be understood).
    public static let target = 8000
    /// Parts of a path. The deepest resource of the service has 10.
    public static let pathDepth = 16
    /// Parameters of a query.
    public static let parameters = 16
}
