import Simulation

/// Where a reply is put down for a task that waits for it. The first one stays.
final class ReplyBox<Reply: Sendable>: Sendable {
    private struct State {
        var reply: Reply?
        var wakeup: Wakeup?
    }

    private let state: Confined<State>

    init(_ simulator: Simulator) { state = Confined(simulator, State()) }

    var reply: Reply? { state.read(\.reply) }

    func wake(with wakeup: Wakeup) { state.write { $0.wakeup = wakeup } }

    func put(_ reply: Reply) {
        let wakeup: Wakeup? = state.write {
            guard $0.reply == nil else { return nil }
            $0.reply = reply
            return $0.wakeup
        }
        wakeup?.wake()
    }
}
