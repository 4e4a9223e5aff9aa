import Simulation
import World

/// Who answers what on the bench's network.
final class Switchboard: Sendable {
    struct Listener: Sendable {
        let process: SimulatedProcess
        let answer: @Sendable (any NetworkRequest) async -> Result<any Sendable, Rejection>
    }

    private struct Socket: Hashable {
        let host: HostAddress
        let question: String
    }

    private struct State {
        var listeners: [Socket: Listener] = [:]
        var holders: [HostAddress: HostAddress] = [:]
    }

    private let state: Confined<State>

    init(_ simulator: Simulator) { state = Confined(simulator, State()) }

    func connect(_ listener: Listener, at host: HostAddress, for question: String) {
        state.write { $0.listeners[Socket(host: host, question: question)] = listener }
    }

    func listener(at host: HostAddress, for question: String) -> Listener? {
        state.read { state in
            state.listeners[Socket(host: state.holders[host] ?? host, question: question)]
        }
    }

    func lend(_ address: HostAddress, to host: HostAddress) {
        state.write { $0.holders[address] = host }
    }
}
