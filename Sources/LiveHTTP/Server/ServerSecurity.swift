/// Whether a server speaks TLS.
public enum ServerSecurity: Sendable {
    case plain
    case tls(ServerCertificate)

    var scheme: String {
        switch self {
        case .plain: "http"
        case .tls: "https"
        }
    }
}
