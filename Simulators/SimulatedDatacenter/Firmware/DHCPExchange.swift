import Simulation
import World

/// One broadcast for an offer and what comes back: the first offer wins.
final class DHCPExchange: Sendable {
    private struct State {
        var offer: DHCPOffer?
        /// Whether a server that has nothing to boot was faster with its offer than any other.
        var isMisled = false
        /// Servers that heard the broadcast.
        var asked = 0
        /// Servers that have nothing for this machine.
        var declined = 0
        var wakeup: Wakeup?
    }

    private let state: Confined<State>

    init(_ simulator: Simulator) { state = Confined(simulator, State()) }

    var offer: DHCPOffer? { state.read { $0.offer } }
    var isMisled: Bool { state.read { $0.isMisled } }

    /// Whether everybody who was asked has nothing to offer.
    var isDeclined: Bool { state.read { $0.asked > 0 && $0.declined == $0.asked } }

    func wake(with wakeup: Wakeup) { state.write { $0.wakeup = wakeup } }
    func expect(_ servers: Int) { state.write { $0.asked = servers } }

    func receive(_ outcome: CallOutcome) {
        guard case .answered(let result) = outcome else { return }
        let reply = (try? result.get()) as? DHCPDiscover.Reply
        let wakeup: Wakeup? = state.write {
            guard !$0.isMisled else { return nil }
            if $0.offer == nil { $0.offer = reply?.offer }
            if reply?.offer == nil { $0.declined += 1 }
            return $0.offer != nil || $0.declined == $0.asked ? $0.wakeup : nil
        }
        wakeup?.wake()
    }

    /// A server that knows nothing of us offers an address and no boot file.
    func receiveEmptyOffer() {
        let wakeup: Wakeup? = state.write {
            guard $0.offer == nil else { return nil }
            $0.isMisled = true
            return $0.wakeup
        }
        wakeup?.wake()
    }
}
