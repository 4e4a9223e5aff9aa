import Hardware
import World

/// Where a conductor's tasks wait for the moment at which their machines may come on.
actor StartQueue {
    private var plan: StartPlan

    init(_ budget: StartBudget) { plan = StartPlan(budget) }

    func turn(on rack: RackName?, now: Instant) -> Instant { plan.take(on: rack, now: now) }
}
