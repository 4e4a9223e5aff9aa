import Hardware
import OrderedCollections
import Simulation
import World

/// The provisioning network: who is where, who listens for what, and what gets lost.
///
/// A message is lost if either end's link is down when it is sent or when it arrives, or if the
/// process at its end has died. Nothing tells the sender: it waits until its patience ends.
final class SimulatedNetwork: Sendable {
    private struct Claim {
        let process: SimulatedProcess
        let machine: SimulatedMachine
    }

    private struct State {
        var machines: [HostAddress: SimulatedMachine] = [:]
        var services: [HostAddress: Claim] = [:]
        var leases: [HostAddress: SimulatedMachine] = [:]
        /// By the question's name, then by host in the order in which they began to listen.
        var listeners: [String: OrderedDictionary<MachineName, Listener>] = [:]
    }

    private let simulator: Simulator
    private let state: Confined<State>

    init(_ simulator: Simulator) {
        self.simulator = simulator
        state = Confined(simulator, State())
    }

    /// The machine that messages to this address go to at the moment.
    func machine(at address: HostAddress) -> SimulatedMachine? {
        state.read { $0.services[address]?.machine ?? $0.machines[address] ?? $0.leases[address] }
    }

    /// Makes a machine known under an address that is its own for good.
    func assign(_ address: HostAddress, to machine: SimulatedMachine) {
        state.write { $0.machines[address] = machine }
    }

    /// Makes a machine known under an address until `process` ends. The last to take an address
    /// has it, as with ARP.
    func lend(
        _ address: HostAddress,
        to machine: SimulatedMachine,
        while process: SimulatedProcess
    ) {
        state.write { $0.leases[address] = machine }
        process.onEnd { [self] in
            state.write {
                if $0.leases[address] === machine { $0.leases[address] = nil }
            }
        }
    }

    func claim(_ address: HostAddress, by process: SimulatedProcess, on machine: SimulatedMachine) {
        guard process.isAlive else { return }
        state.write { $0.services[address] = Claim(process: process, machine: machine) }
        process.onEnd { [self] in
            state.write {
                if $0.services[address]?.process === process { $0.services[address] = nil }
            }
        }
    }

    func listen(for name: String, _ listener: Listener) {
        guard listener.process.isAlive else { return }
        let host = listener.machine.name
        state.write { $0.listeners[name, default: [:]][host] = listener }
        listener.process.onEnd { [self] in
            state.write {
                guard $0.listeners[name]?[host]?.process === listener.process else { return }
                $0.listeners[name]?[host] = nil
            }
        }
    }

    /// Sends a question on its way. `receive` gets what comes back, if anything does.
    func send(
        _ request: any NetworkRequest,
        named name: String,
        from asker: SimulatedMachine,
        to machine: SimulatedMachine,
        receive: @escaping @Sendable (CallOutcome) -> Void
    ) {
        guard canPass(asker, machine), survives(asker, machine),
            type(of: request).audience == .everybody || asker.vlan.servesRamdisks
        else { return }
        simulator.schedule(at: simulator.now + latency(of: asker)) { [self] in
            guard canPass(asker, machine), machine.isUp else { return }
            guard let listener = state.read({ $0.listeners[name]?[machine.name] }) else {
                return reply(.refused, from: machine, to: asker, receive)
            }
            listener.process.spawn { [self] in
                let result = await listener.answer(request)
                guard listener.process.isAlive else { return }
                reply(.answered(result), from: machine, to: asker, receive)
            }
        }
    }

    /// Sends a question to everybody who listens for such.
    ///
    /// - Returns: to how many.
    func broadcast(
        _ request: any NetworkRequest,
        named name: String,
        from asker: SimulatedMachine,
        receive: @escaping @Sendable (CallOutcome) -> Void
    ) -> Int {
        let heard = state.read { $0.listeners[name]?.values.map(\.machine) ?? [] }
        for machine in heard {
            send(request, named: name, from: asker, to: machine, receive: receive)
        }
        return heard.count
    }

    private func reply(
        _ outcome: CallOutcome,
        from machine: SimulatedMachine,
        to asker: SimulatedMachine,
        _ receive: @escaping @Sendable (CallOutcome) -> Void
    ) {
        guard canPass(machine, asker), survives(machine, asker) else { return }
        simulator.schedule(at: simulator.now + latency(of: machine)) { [self] in
            if canPass(machine, asker) { receive(outcome) }
        }
    }

    /// A host can always talk to itself; everything else needs both links and what lies between.
    private func canPass(_ one: SimulatedMachine, _ other: SimulatedMachine) -> Bool {
        one.reaches(other)
    }

    /// Whether a message gets through the noise on its sender's and its receiver's lines.
    private func survives(_ one: SimulatedMachine, _ other: SimulatedMachine) -> Bool {
        one === other || (one.survivesLine() && other.survivesLine())
    }

    private func latency(of machine: SimulatedMachine) -> Duration {
        machine.timing.drawLatency(machine.timing.profile.networkLatency, on: .link)
    }
}
