import BareMetal
import World

/// The states one node went through, as the authoritative store has them.
struct NodeHistory {
    struct Stay {
        let state: ProvisionState
        let began: Instant
        /// The step last told of while the node was in the state.
        var step: StepName?
    }

    private(set) var stays: [Stay] = []

    var state: ProvisionState? { stays.last?.state }

    mutating func enter(_ state: ProvisionState, at time: Instant) {
        guard stays.last?.state != state else { return }
        stays.append(Stay(state: state, began: time, step: nil))
    }

    mutating func note(_ step: StepName) {
        guard !stays.isEmpty else { return }
        stays[stays.count - 1].step = step
    }

    /// When the node last ended work within a span of time.
    func lastArrival(from start: Instant, to end: Instant) -> Instant? {
        var index = stays.count - 1
        while index > 0, stays[index].began >= start {
            let isArrival = !stays[index].state.isTransient && stays[index - 1].state.isTransient
            if isArrival, stays[index].began <= end { return stays[index].began }
            index -= 1
        }
        return nil
    }

    /// The stays that reach into a span of time, cut to it.
    func stays(from start: Instant, to end: Instant) -> [(stay: Stay, time: Duration)] {
        stays.indices.compactMap { index in
            let next = index + 1 < stays.count ? stays[index + 1].began : end
            let (first, last) = (max(stays[index].began, start), min(next, end))
            return first < last ? (stays[index], last - first) : nil
        }
    }

    /// How long it was in any of these states.
    func time(in states: [ProvisionState], until end: Instant) -> Duration {
        stays(from: .epoch, to: end).reduce(.zero) {
            states.contains($1.stay.state) ? $0 + $1.time : $0
        }
    }
}
