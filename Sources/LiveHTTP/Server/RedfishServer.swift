import HTTPTypes
import HummingbirdCore
import HummingbirdTLS
import Logging
import NIOCore
import NIOPosix
import NIOSSL
public import Redfish

/// A Redfish service on a TCP port: HTTP/1.1, in TLS or plain.
///
/// It checks what HTTP asks for and hands whole requests to whoever answers them: one at a time of
/// each connection, those of different connections as they come.
public struct RedfishServer: Sendable {
    public typealias Responder = @Sendable (RedfishRequest) async -> RedfishResponse

    private let host: String
    private let port: Int
    private let security: ServerSecurity
    private let patience: Patience
    private let respond: Responder

    /// How long a server waits for those who speak to it.
    public struct Patience: Sendable, Hashable {
        /// ``ServerLimits/request``.
        public let request: Duration
        /// ``ServerLimits/answer``.
        public let answer: Duration

        public init(
            request: Duration = ServerLimits.request, answer: Duration = ServerLimits.answer
        ) {
            self.request = request
            self.answer = answer
        }
    }

    /// - Parameters:
    ///   - host: the address to listen on.
    ///   - port: zero for any that is free.
    ///   - respond: answers a request.
    public init(
        host: String, port: Int, security: ServerSecurity, patience: Patience = Patience(),
        respond: @escaping Responder
    ) {
        self.host = host
        self.port = port
        self.security = security
        self.patience = patience
        self.respond = respond
    }

    /// Serves until its task is cancelled; connections are closed then.
    ///
    /// - Parameter listening: told the port once connections are taken.
    public func run(
        listening: @escaping @Sendable (Int) async -> Void
    ) async throws(RedfishServerError) {
        let channel = HTTP1Channel(
            responder: { [respond] request, writer, _ in
                try await RedfishExchange.run(request, writer, respond)
            }, configuration: channelSettings)
        switch security {
        case .plain: try await serve(channel, listening)
        case .tls(let certificate):
            let secured: TLSChannel<HTTP1Channel>
            do {
                secured = try TLSChannel(channel, tlsConfiguration: certificate.configuration)
            } catch {
                throw .badCertificate("\(error)")
            }
            try await serve(secured, listening)
        case .either(let certificate):
            let context: NIOSSLContext
            do { context = try NIOSSLContext(configuration: certificate.configuration) } catch {
                throw .badCertificate("\(error)")
            }
            try await serve(EitherChannel(base: channel, context: context), listening)
        }
    }

    private func serve(
        _ channel: some ServerChildChannel, _ listening: @escaping @Sendable (Int) async -> Void
    ) async throws(RedfishServerError) {
        let quiet = Logger(label: "redfish") { _ in SwiftLogNoOpLogHandler() }
        let server = Server(
            childChannelSetup: channel,
            configuration: ServerConfiguration(
                address: .hostname(host, port: port),
                availableConnectionsDelegate: MaximumAvailableConnections(
                    ServerLimits.connections, logger: quiet)),
            onServerRunning: { [port] in await listening($0.localAddress?.port ?? port) },
            eventLoopGroup: MultiThreadedEventLoopGroup.singleton, logger: quiet)
        do { try await server.run() } catch is CancellationError {
            return
        } catch let error as IOError {
            throw .cannotListen(host: host, port: port, reason: error.description)
        } catch {
            throw .stopped("\(error)")
        }
    }

    private var channelSettings: HTTP1Channel.Configuration {
        HTTP1Channel.Configuration(
            additionalChannelHandlers: [
                RequestDeadline(request: patience.request, answer: patience.answer)
            ],
            httpDecoderConfiguration: .init(
                maxHeaderFieldSize: ServerLimits.headerSlack * HTTPLimits.fieldBytes,
                maxHeaderListSize: ServerLimits.headerSlack * HTTPLimits.fieldBytes,
                maxHeaderFieldCount: ServerLimits.headerSlack * HTTPLimits.fields))
    }
}
