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
        case .awaitAnother: tellDamage(of: host)
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

    /// A block of the host's copy changed on its disk, and nobody knows yet.
    ///
    /// A member finds out as it reads its copy through. With other members it drops the copy and
    /// copies anew from them; the only one goes out of service rather than serve what is wrong, as
    /// a host does that reads its copy to bring the store back. Another host with a whole copy can
    /// then bring it back, and mends them all.
    public func damage(_ host: HostAddress) {
        guard state.write({ $0.membership.damage(host) }) else { return }
        after(draw(timing.scrubbing)) { self.finishScrubbing(host) }
    }

    private func finishScrubbing(_ host: HostAddress) {
        let isFound = state.read {
            $0.membership.damaged.contains(host) && $0.membership.live.contains(host)
        }
        guard isFound else { return }
        let isLast = state.read { $0.membership.live.count == 1 }
        if !isLast { tellDamage(of: host) }
        lose(host)
        // The only copy stays as it is: what of it is whole may be all that there is. Its host
        // finds out again as it means to bring the store back.
        if !isLast { state.write { $0.membership.erase(host) } }
        join(host)
    }

    private func tellDamage(of host: HostAddress) {
        settle(StoreState.Outcome(news: [.event(StoreEvent.copyDamaged(name, host))]))
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
