import Simulation
public import World

extension SimulatedStore {
    /// The host begins to keep a copy; it is a member once it has copied everything, which
    /// ``StoreEvent/memberJoined(_:_:)`` tells. The first host ever is one at once.
    ///
    /// While the store is down, a host whose disk holds all that was durable brings it back, and
    /// any other waits for that. Asking again changes nothing.
    public func join(_ host: HostAddress) {
        let step = state.write { $0.membership.join(host, durable: $0.contents.durableRevision) }
        switch step {
        case .none: break
        case .found:
            settle(StoreState.Outcome(news: [.event(StoreEvent.memberJoined(name, host))]))
        case .copy(let attempt):
            let copying = timing.copyingPerDocument * state.read { $0.contents.count }
            after(draw(timing.joining) + copying) { self.finishCopying(host, attempt) }
        case .recover(let attempt):
            after(draw(timing.recovery)) { self.finishRecovery(host, attempt) }
        }
    }

    /// The host lost its power. What its disk holds stays there.
    public func lose(_ host: HostAddress) {
        settle(state.write { $0.lose(host) })
    }

    /// The host's disk was wiped or written over: it cannot bring the store back any more.
    public func erase(_ host: HostAddress) {
        lose(host)
        state.write { $0.membership.erase(host) }
    }

    private func finishCopying(_ host: HostAddress, _ attempt: StoreMembership.Attempt) {
        guard state.write({ $0.membership.finish(attempt, of: host) }) else { return }
        settle(StoreState.Outcome(news: [.event(StoreEvent.memberJoined(name, host))]))
    }

    private func finishRecovery(_ host: HostAddress, _ attempt: StoreMembership.Attempt) {
        guard state.write({ $0.membership.finish(attempt, of: host) }) else { return }
        let (outcome, waiting) = state.write { ($0.recover(host), $0.membership.takeWaiting()) }
        settle(outcome)
        for host in waiting { join(host) }
    }

    func after(_ duration: Duration, _ action: @escaping () -> Void) {
        simulator.schedule(at: simulator.now + duration, action)
    }
}
