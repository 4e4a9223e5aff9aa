/// A transition on its way.
struct TransitionRun: Sendable, Hashable {
    let number: Int
    let transition: ClusterTransition
    var done: Set<Int> = []
    /// Asked for, and not answered yet.
    var underWay: Set<Int> = []
    /// Something happened that it does not know of; nothing new is begun.
    var isAborted = false

    init(number: Int, _ transition: ClusterTransition) {
        self.number = number
        self.transition = transition
    }

    /// What can be begun now.
    var ready: [TransitionAction] {
        guard !isAborted else { return [] }
        let ids = Set(transition.actions.map(\.id))
        return transition.actions.filter { action in
            !done.contains(action.id) && !underWay.contains(action.id)
                && action.after.allSatisfy { done.contains($0) || !ids.contains($0) }
        }
    }

    var isOver: Bool { underWay.isEmpty && ready.isEmpty }
}
