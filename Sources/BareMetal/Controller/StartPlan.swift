import Hardware
import World

/// When which rack's machines are started: every start gets a moment, and no more of them fall in
/// one window than the rack's budget allows.
struct StartPlan: Sendable {
    private let budget: StartBudget
    /// The last moments given out, by rack, oldest first; as many as the budget allows at once.
    /// Machines of which no rack is known are taken for one rack's.
    private var given: [RackName?: [Instant]] = [:]

    init(_ budget: StartBudget) { self.budget = budget }

    /// The moment at which one more machine of a rack may be started, which is its own from then
    /// on.
    mutating func take(on rack: RackName?, now: Instant) -> Instant {
        var moments = given[rack] ?? []
        var moment = now
        if moments.count == budget.atOnce {
            moment = max(now, moments.removeFirst() + budget.window)
        }
        moments.append(moment)
        given[rack] = moments
        return moment
    }
}
