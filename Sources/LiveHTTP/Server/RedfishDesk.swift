import NIOCore
public import Redfish

/// A service that stands alone, for all connections of a server: it keeps the time and the chance
/// that the service is told.
public actor RedfishDesk<Host: RedfishHost & Sendable> {
    private var service: FakeRedfish<Host>
    private var random = SystemRandomNumberGenerator()
    private let start = NIODeadline.now()

    public init(_ service: FakeRedfish<Host>) { self.service = service }

    /// Answers a request now.
    public func respond(to request: RedfishRequest) -> RedfishResponse {
        service.respond(to: request, at: now, using: &random)
    }

    /// Looks at the service, or changes the machines behind it.
    public func change<Result: Sendable>(
        _ body: @Sendable (inout FakeRedfish<Host>) -> Result
    ) -> Result {
        service.advance(to: now)
        return body(&service)
    }

    private var now: Duration { Duration(NIODeadline.now() - start) }
}
