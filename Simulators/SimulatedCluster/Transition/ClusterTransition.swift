/// What a cluster does next: a graph of actions, and what comes of it.
public struct ClusterTransition: Sendable, Hashable {
    /// In the order in which they were thought of; ``TransitionAction/after`` says what waits.
    public let actions: [TransitionAction]
    /// What ran where.
    public let before: [InstancePresence]
    /// What is wanted where.
    public let instances: [InstancePlan]

    public init(
        actions: [TransitionAction], before: [InstancePresence], instances: [InstancePlan]
    ) {
        self.actions = actions
        self.before = before
        self.instances = instances
    }

    /// The nodes that are fenced, by name.
    public var fenced: [NodeName] {
        actions.filter { $0.task == .fence }.compactMap(\.node).sorted()
    }

    /// The actions so that everything comes after what it waits for.
    public var inOrder: [TransitionAction] {
        var done: Set<Int> = []
        var left = actions
        var ordered: [TransitionAction] = []
        while !left.isEmpty {
            let ready = left.filter { $0.after.allSatisfy(done.contains) }
            // A loop would never end; what is in it is done as it comes.
            let next = ready.isEmpty ? [left[0]] : ready
            ordered += next
            done.formUnion(next.map(\.id))
            left.removeAll { done.contains($0.id) }
        }
        return ordered
    }

    /// What runs where once all is done as it should.
    public var outcome: [InstancePresence] {
        var present = before
        for action in inOrder { apply(action, to: &present) }
        return present
    }

    private func apply(_ action: TransitionAction, to present: inout [InstancePresence]) {
        guard let node = action.node else { return }
        guard let id = action.resource else {
            if action.task == .fence { present.removeAll { $0.node == node } }
            return
        }
        let index = present.firstIndex { $0.id == id && $0.node == node }
        switch action.task {
        case .start, .migrateFrom:
            if index == nil {
                let isPromotable = actions.contains { $0.resource == id && $0.task == .promote }
                present.append(
                    InstancePresence(
                        id: id, node: node, role: isPromotable ? .unpromoted : .started))
            }
        case .stop: if let index { present.remove(at: index) }
        case .promote: if let index { present[index].role = .promoted }
        case .demote: if let index { present[index].role = .unpromoted }
        default: break
        }
    }
}
