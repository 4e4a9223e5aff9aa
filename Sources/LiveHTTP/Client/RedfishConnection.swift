import AsyncHTTPClient
import Glibc
import NIOCore
import NIOPosix
import NIOSSL
public import Redfish

/// The way to one service over real sockets.
public struct RedfishConnection: RedfishTransport {
    private let connections: RedfishConnections
    private let origin: ServiceOrigin

    init(_ connections: RedfishConnections, _ origin: ServiceOrigin) {
        self.connections = connections
        self.origin = origin
    }

    public var now: Duration { .nanoseconds(Int64(NIODeadline.now().uptimeNanoseconds)) }

    public func pause(_ duration: Duration) async throws(RedfishTransportError) {
        do { try await Task.sleep(for: duration) } catch { throw .cancelled }
    }

    public func send(
        _ request: RedfishRequest, within limit: Duration
    ) async throws(RedfishTransportError) -> RedfishResponse {
        let end = now + limit
        var target = request.target
        for _ in 0..<ConnectionLimits.redirections {
            let left = min(end - now, ConnectionLimits.answer)
            guard left > .zero else { break }
            let answer = try await exchange(request, target, within: left)
            guard request.method.isSafe, let next = redirection(answer) else { return answer }
            target = next
        }
        throw .noAnswer
    }

    /// Where an answer sends its asker; nil unless it is on the same service, since the request
    /// shows who asks.
    private func redirection(_ answer: RedfishResponse) -> String? {
        guard [301, 302, 307, 308].contains(answer.status),
            let place = answer.fields["Location"]
        else { return nil }
        if place.hasPrefix("/"), !place.hasPrefix("//") { return place }
        let prefix = origin.text + "/"
        return place.hasPrefix(prefix) ? String(place.dropFirst(prefix.count - 1)) : nil
    }

    private func exchange(
        _ request: RedfishRequest, _ target: String, within limit: Duration
    ) async throws(RedfishTransportError) -> RedfishResponse {
        do {
            return try await withThrowingTaskGroup(of: RedfishResponse?.self) { group in
                group.addTask {
                    try await connections.exchange(request, at: origin.text + target)
                }
                // The client's own limit ends when an answer begins.
                group.addTask {
                    try await Task.sleep(for: limit)
                    return nil
                }
                defer { group.cancelAll() }
                guard let first = try await group.next(), let answer = first else {
                    throw RedfishTransportError.noAnswer
                }
                return answer
            }
        } catch {
            throw Self.reason(error)
        }
    }

    private static func reason(_ error: any Error) -> RedfishTransportError {
        if Task.isCancelled { return .cancelled }
        switch error {
        case let error as RedfishTransportError: return error
        case is UntrustedService: return .untrusted
        case NIOSSLError.handshakeFailed(.sslError(let errors))
        where "\(errors)".contains("CERTIFICATE_VERIFY_FAILED"):
            return .untrusted
        case is NIOSSLExtraError: return .untrusted
        case is NIOConnectionError, NIOSSLError.handshakeFailed: return .notConnected
        // Other errors of the system may come when the request is under way.
        case let error as IOError where error.errnoCode == ECONNREFUSED: return .notConnected
        case let error as HTTPClientError where isBeforeSending(error): return .notConnected
        default: return .noAnswer
        }
    }

    private static func isBeforeSending(_ error: HTTPClientError) -> Bool {
        [
            .connectTimeout, .tlsHandshakeTimeout, .getConnectionFromPoolTimeout, .invalidURL,
            .emptyHost, .emptyScheme, .invalidHeaderFieldNames([]), .alreadyShutdown,
        ].contains(error)
    }
}
