import NodeAgent
import SimulatedDatacenter
import World

/// The network as a ramdisk sees it, where somebody listens: what the ramdisk reported, and the
/// service took, is told to whoever judges the run.
struct OverheardNetwork: HostNetwork {
    let network: any HostNetwork
    let machine: SimulatedMachine
    let tell: @Sendable (ContactEvent) -> Void

    func call<Request: NetworkRequest>(
        _ request: Request, to destination: HostAddress, within limit: Duration
    ) async throws(NetworkError) -> Request.Reply {
        let reply = try await network.call(request, to: destination, within: limit)
        if request is AgentHeartbeat { tell(.ramdiskHeard(machine.name)) }
        return reply
    }

    func listen<Request: NetworkRequest>(
        for request: Request.Type,
        answer: @escaping @Sendable (Request) async throws(Rejection) -> Request.Reply
    ) {
        network.listen(for: request, answer: answer)
    }

    func claim(_ address: HostAddress) { network.claim(address) }
}
