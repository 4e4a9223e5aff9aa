import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import NIOSSL
import Redfish

/// Connections to any number of services whose certificates are checked in the same way.
///
/// They are kept for the requests that follow, see ``ConnectionLimits/idle``. ``close()`` is called
/// when nobody needs them any more.
public final class RedfishConnections: Sendable {
    private let client: HTTPClient

    public init(_ check: CertificateCheck) throws(CertificateError) {
        var configuration = HTTPClient.Configuration(
            redirectConfiguration: .disallow,
            timeout: HTTPClient.Configuration.Timeout(connect: TimeAmount(ConnectionLimits.connect))
        )
        configuration.tlsConfiguration = try check.configuration()
        configuration.httpVersion = .http1Only
        configuration.connectionPool.idleTimeout = TimeAmount(ConnectionLimits.idle)
        configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit =
            ConnectionLimits.perService
        // Whoever asks decides whether to try again.
        configuration.connectionPool.retryConnectionEstablishment = false
        if case .pinned(let fingerprint) = check {
            // Runs when a connection stands, and before anything is sent over it.
            configuration.http1_1ConnectionDebugInitializer = { channel in
                channel.requireCertificate(fingerprint)
            }
        }
        client = HTTPClient(configuration: configuration)
    }

    /// The way to the service at an address. Nothing is sent yet.
    public func service(at origin: ServiceOrigin) -> RedfishConnection {
        RedfishConnection(self, origin)
    }

    /// Closes all connections; requests under way fail.
    public func close() async {
        // It fails only where it is closed already.
        try? await client.shutdown()
    }

    /// Sends a request to a URL, and reads the whole answer.
    func exchange(_ request: RedfishRequest, at url: String) async throws -> RedfishResponse {
        var asked = HTTPClientRequest(url: url)
        asked.method = .RAW(value: request.method.text)
        for field in request.fields.fields {
            asked.headers.add(name: field.name, value: field.value)
        }
        if !request.body.isEmpty { asked.body = .bytes(request.body) }
        let answer = try await client.execute(asked, timeout: TimeAmount(ConnectionLimits.answer))
        let body = try await answer.body.collect(upTo: RedfishClientLimits.answer)
        return RedfishResponse(
            Int(answer.status.code),
            fields: Redfish.HTTPFields(
                answer.headers.map { .init(name: $0.name, value: $0.value) }),
            body: Array(body.readableBytesView))
    }
}

extension CertificateCheck {
    fileprivate func configuration() throws(CertificateError) -> TLSConfiguration {
        var configuration = TLSConfiguration.makeClientConfiguration()
        switch self {
        case .verified(nil): break
        case .verified(let file?):
            do {
                configuration.trustRoots = .certificates(try NIOSSLCertificate.fromPEMFile(file))
            } catch {
                throw .unreadable(file: file, reason: "\(error)")
            }
        case .pinned, .ignored:
            configuration.certificateVerification = .none
            // Old controllers speak nothing newer.
            configuration.minimumTLSVersion = .tlsv1
        }
        return configuration
    }
}

extension Channel {
    /// Fails, and closes the connection, unless the other side has shown this certificate.
    ///
    /// It is decided at once: the pool takes no failure of a connection that has closed meanwhile.
    fileprivate func requireCertificate(
        _ fingerprint: CertificateFingerprint
    ) -> EventLoopFuture<Void> {
        eventLoop.makeCompletedFuture {
            let shown = try? pipeline.syncOperations.nioSSL_peerCertificate()
            guard let shown, (try? CertificateFingerprint(shown)) == fingerprint else {
                eventLoop.execute { [self] in close(promise: nil) }
                throw UntrustedService()
            }
        }
    }
}
