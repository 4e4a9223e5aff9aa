import Hardware
import IPMI
import Simulation

/// The one socket through which a process speaks IPMI: the real client, all its controllers at a
/// time.
final class IPMISocket: Sendable {
    private typealias Box = ReplyBox<Result<[UInt8], IPMIError>>

    /// Something that was asked and is not answered.
    private struct Question: Sendable {
        let request: IPMIRequest
        let peer: DatagramPeer
        let box: Box
    }

    private struct State {
        var client = IPMIClient()
        var generator: SeededGenerator
        /// Looked up only.
        var machines: [DatagramPeer: SimulatedMachine] = [:]
        var questions: [RequestTicket: Question] = [:]
        /// What was answered last, by whom: what a careless client takes again.
        var lastAnswers: [DatagramPeer: (request: IPMIRequest, data: [UInt8])] = [:]
        var lastTicket = 0
        var alarm: VirtualTime?
    }

    let process: SimulatedProcess
    let peer: DatagramPeer
    private let network: ManagementNetwork
    private let state: Confined<State>

    init(_ process: SimulatedProcess, _ network: ManagementNetwork, _ peer: DatagramPeer) {
        self.process = process
        self.network = network
        self.peer = peer
        let seed = network.simulator.random.branch("ipmi client \(process.name) \(peer.low)")
        state = Confined(network.simulator, State(generator: seed))
    }

    var now: Duration { network.simulator.now - .zero }

    /// Adds a controller. Nothing is sent until something is asked of it.
    func host(_ machine: SimulatedMachine, _ access: IPMIAccess) -> HostNumber {
        let peer = ManagementNetwork.peer(of: machine)
        return state.write {
            $0.machines[peer] = machine
            return $0.client.add(peer, access)
        }
    }

    func ask(
        _ request: IPMIRequest, of host: HostNumber, _ machine: SimulatedMachine,
        within limit: Duration
    ) async throws(IPMIError) -> [UInt8] {
        let box = Box(network.simulator)
        let peer = ManagementNetwork.peer(of: machine)
        let ticket = state.write {
            $0.lastTicket += 1
            let ticket = RequestTicket($0.lastTicket)
            $0.questions[ticket] = Question(request: request, peer: peer, box: box)
            return ticket
        }
        do {
            try await process.wait(WaitReason("waits for the controller of", machine.name.text)) {
                box.wake(with: $0)
                take(
                    state.write {
                        $0.client.submit(
                            request, to: host, ticket, within: limit, at: now, using: &$0.generator)
                    })
            }
        } catch {
            state.write {
                $0.questions[ticket] = nil
                $0.client.cancel(ticket, of: host)
            }
            throw .cancelled
        }
        guard let outcome = box.outcome else { throw .cancelled }
        return try outcome.get()
    }

    /// - Returns: whether something that was asked ended by it.
    func receive(
        _ bytes: [UInt8], from machine: SimulatedMachine, isCopy: Bool
    ) -> Bool {
        guard process.isAlive else { return false }
        let peer = ManagementNetwork.peer(of: machine)
        if isCopy, network.defects.takesCopies { return takeCopy(from: peer) }
        let output = state.write {
            $0.client.receive(bytes, from: peer, at: now, using: &$0.generator)
        }
        take(output)
        return !output.completions.isEmpty
    }

    private func take(_ output: ClientOutput) {
        for datagram in output.datagrams {
            guard let machine = state.look({ $0.machines[datagram.peer] }) else { continue }
            network.send(datagram.bytes, from: self, to: machine)
        }
        for done in output.completions {
            let question = state.write { $0.questions.removeValue(forKey: done.ticket) }
            guard let question else { continue }
            if case .success(let data) = done.result {
                state.write { $0.lastAnswers[question.peer] = (question.request, data) }
            }
            question.box.put(done.result)
        }
        setAlarm()
    }

    /// Planted: what comes again is taken for the answer, where the same was asked again.
    private func takeCopy(from peer: DatagramPeer) -> Bool {
        let taken: (RequestTicket, [UInt8])? = state.write { state in
            guard let last = state.lastAnswers[peer] else { return nil }
            let asked = state.questions.filter {
                $0.value.peer == peer && $0.value.request == last.request
            }.min { $0.key.number < $1.key.number }
            return asked.map { ($0.key, last.data) }
        }
        guard let (ticket, data) = taken else { return false }
        state.write { $0.questions.removeValue(forKey: ticket) }?.box.put(.success(data))
        return true
    }

    private func setAlarm() {
        let next = state.look { $0.client.deadline }.map(VirtualTime.init(noEarlierThan:))
        guard let next, state.look({ $0.alarm }).map({ next < $0 }) ?? true else { return }
        state.write { $0.alarm = next }
        network.simulator.schedule(at: next) { [weak self] in self?.ring(next) }
    }

    private func ring(_ moment: VirtualTime) {
        guard process.isAlive, state.look({ $0.alarm }) == moment else { return }
        take(
            state.write {
                $0.alarm = nil
                return $0.client.advance(to: now, using: &$0.generator)
            })
    }
}
