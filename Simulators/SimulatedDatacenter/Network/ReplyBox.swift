import Simulation

/// Where what comes back is put down for the task that asked. The first that comes stays.
final class ReplyBox<Outcome: Sendable>: Sendable {
    private struct State {
        var outcome: Outcome?
        var wakeup: Wakeup?
    }

    private let state: Confined<State>

    init(_ simulator: Simulator) { state = Confined(simulator, State()) }

    var outcome: Outcome? { state.read { $0.outcome } }

    func wake(with wakeup: Wakeup) { state.write { $0.wakeup = wakeup } }

    func put(_ outcome: Outcome) {
        let wakeup: Wakeup? = state.write {
            guard $0.outcome == nil else { return nil }
            $0.outcome = outcome
            return $0.wakeup
        }
        wakeup?.wake()
    }
}
