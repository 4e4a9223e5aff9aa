/// The way to one service: over real sockets, or a simulated network. It keeps no state of
/// Redfish's: one request, one answer.
public protocol RedfishTransport: Sendable {
    /// A clock that does not run backwards.
    var now: Duration { get }

    /// Sends a request and waits for the answer, or for the failure, which comes within the limit.
    func send(
        _ request: RedfishRequest, within limit: Duration
    ) async throws(RedfishTransportError) -> RedfishResponse

    /// Waits.
    func pause(_ duration: Duration) async throws(RedfishTransportError)
}

extension RedfishTransport {
    /// The same within what a whole call may take.
    public func send(
        _ request: RedfishRequest
    ) async throws(RedfishTransportError) -> RedfishResponse {
        try await send(request, within: RedfishClientLimits.call)
    }
}
