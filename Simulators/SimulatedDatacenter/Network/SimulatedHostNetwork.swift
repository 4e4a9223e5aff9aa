import Simulation
import World

/// The network as one process on one machine sees it.
struct SimulatedHostNetwork: HostNetwork {
    let process: SimulatedProcess
    let machine: SimulatedMachine
    let network: SimulatedNetwork

    func call<Request: NetworkRequest>(
        _ request: Request,
        to destination: HostAddress,
        within limit: Duration
    ) async throws(NetworkError) -> Request.Reply {
        let box = ReplyBox<CallOutcome>(process.simulator)
        let deadline = process.clock.virtualTime(
            of: process.clock.monotonic + limit.nanoseconds
        )
        do {
            try await process.wait(
                WaitReason("waits for a reply from", destination.text),
                until: deadline
            ) { wakeup in
                box.wake(with: wakeup)
                guard let host = network.machine(at: destination) else { return }
                network.send(request, named: Request.name, from: machine, to: host) {
                    box.put($0)
                }
            }
        } catch { throw .revoked }
        return try Self.reply(box.outcome, to: Request.self, limit)
    }

    func listen<Request: NetworkRequest>(
        for request: Request.Type,
        answer: @escaping @Sendable (Request) async throws(Rejection) -> Request.Reply
    ) {
        let erased: Listener.Answer = { request in
            guard let request = request as? Request else {
                preconditionFailure("No two kinds of question have the name '\(Request.name)'.")
            }
            do throws(Rejection) {
                return .success(try await answer(request))
            } catch {
                return .failure(error)
            }
        }
        network.listen(
            for: Request.name,
            Listener(process: process, machine: machine, answer: erased)
        )
    }

    func claim(_ address: HostAddress) {
        network.claim(address, by: process, on: machine)
    }

    private static func reply<Request: NetworkRequest>(
        _ outcome: CallOutcome?,
        to request: Request.Type,
        _ limit: Duration
    ) throws(NetworkError) -> Request.Reply {
        switch outcome {
        case nil: throw .timedOut(after: limit)
        case .refused: throw .refused
        case .answered(.failure(let rejection)): throw .rejected(rejection)
        case .answered(.success(let reply)):
            guard let reply = reply as? Request.Reply else {
                preconditionFailure("No two kinds of question have the name '\(Request.name)'.")
            }
            return reply
        }
    }
}
