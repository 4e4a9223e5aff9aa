/// Why a server is not there.
public enum RedfishServerError: Error, Sendable, Hashable {
    /// The address cannot be had; the reason is the system's.
    case cannotListen(host: String, port: Int, reason: String)
    /// The certificate and its key are no pair, or not usable.
    case badCertificate(String)
    /// It broke off.
    case stopped(String)

    /// Whether the same can succeed later: an address may be given free.
    public var isTransient: Bool {
        switch self {
        case .cannotListen, .stopped: true
        case .badCertificate: false
        }
    }
}

extension RedfishServerError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .cannotListen(let host, let port, let reason):
            "cannot listen on \(host) port \(port): \(reason)"
        case .badCertificate(let reason): "the certificate cannot be used: \(reason)"
        case .stopped(let reason): "the server broke off: \(reason)"
        }
    }
}
