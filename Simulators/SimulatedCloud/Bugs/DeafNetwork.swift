import NodeAgent
import World

/// The network of a service that thanks ramdisks for their heartbeats and takes note of none:
/// ``CloudBug/heartbeatsLost``.
struct DeafNetwork: HostNetwork {
    let network: any HostNetwork

    func call<Request: NetworkRequest>(
        _ request: Request, to destination: HostAddress, within limit: Duration
    ) async throws(NetworkError) -> Request.Reply {
        try await network.call(request, to: destination, within: limit)
    }

    func listen<Request: NetworkRequest>(
        for request: Request.Type,
        answer: @escaping @Sendable (Request) async throws(Rejection) -> Request.Reply
    ) {
        guard Request.self == AgentHeartbeat.self else {
            return network.listen(for: request, answer: answer)
        }
        network.listen(for: AgentHeartbeat.self) { _ in AgentHeartbeat.Reply() }
    }

    func claim(_ address: HostAddress) { network.claim(address) }
}
