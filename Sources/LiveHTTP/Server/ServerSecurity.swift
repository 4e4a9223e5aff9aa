/// Whether a server speaks TLS.
public enum ServerSecurity: Sendable {
    case plain
    case tls(ServerCertificate)
    /// As each client begins: for services that have nothing to hide.
    case either(ServerCertificate)
}
