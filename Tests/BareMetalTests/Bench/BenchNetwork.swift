import Simulation
import World

/// The network as one process on the bench sees it.
struct BenchNetwork: HostNetwork {
    /// One way between two hosts.
    private static let latency: Duration = .milliseconds(1)

    let process: SimulatedProcess
    let host: HostAddress
    let switchboard: Switchboard
    let meter: StepMeter

    func call<Request: NetworkRequest>(
        _ request: Request, to destination: HostAddress, within limit: Duration
    ) async throws(NetworkError) -> Request.Reply {
        meter.step()
        try await travel(Self.latency)
        guard let listener = switchboard.listener(at: destination, for: Request.name),
            listener.process.isAlive
        else { throw .refused }
        let outcome = await listener.answer(request)
        // Whoever dies while it answers is never heard.
        guard listener.process.isAlive else {
            try await travel(limit)
            throw .timedOut(after: limit)
        }
        try await travel(Self.latency)
        switch outcome {
        case .failure(let rejection): throw .rejected(rejection)
        case .success(let reply):
            guard let reply = reply as? Request.Reply else {
                preconditionFailure("No two kinds of question have the name '\(Request.name)'.")
            }
            return reply
        }
    }

    func listen<Request: NetworkRequest>(
        for request: Request.Type,
        answer: @escaping @Sendable (Request) async throws(Rejection) -> Request.Reply
    ) {
        let listener = Switchboard.Listener(process: process) { question in
            guard let question = question as? Request else {
                preconditionFailure("No two kinds of question have the name '\(Request.name)'.")
            }
            do throws(Rejection) { return .success(try await answer(question)) } catch {
                return .failure(error)
            }
        }
        switchboard.connect(listener, at: host, for: Request.name)
    }

    func claim(_ address: HostAddress) { switchboard.lend(address, to: host) }

    private func travel(_ duration: Duration) async throws(NetworkError) {
        do {
            try await process.wait(
                WaitReason("waits for the network"), until: process.simulator.now + duration)
        } catch { throw .revoked }
    }
}
