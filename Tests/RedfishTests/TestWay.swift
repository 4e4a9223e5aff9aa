import Hardware

@testable import Redfish

/// The way from a client to a ``TestTransport``.
struct TestWay: RedfishTransport {
    let transport: TestTransport
    let clock: TestClock
    /// How long an answer takes.
    var latency: Duration = .zero

    init(_ test: TestService = TestService()) {
        clock = TestClock()
        transport = TestTransport(test, clock: clock)
    }

    var now: Duration { clock.now }

    func send(
        _ request: RedfishRequest, within limit: Duration
    ) async throws(RedfishTransportError) -> RedfishResponse {
        clock.advance(by: min(latency, limit))
        guard latency <= limit else { throw .noAnswer }
        return try await transport.send(request, at: clock.now)
    }

    func pause(_ duration: Duration) async throws(RedfishTransportError) {
        clock.advance(by: duration)
    }

    /// A client of it.
    func controller(
        _ authentication: RedfishAccess.Authentication = .automatic, password: String = "secret",
        system: String? = nil
    ) -> RedfishController<TestWay> {
        RedfishController(
            over: self,
            access: RedfishAccess(
                .init(user: "admin", password: password), system: system,
                authentication: authentication))
    }
}
