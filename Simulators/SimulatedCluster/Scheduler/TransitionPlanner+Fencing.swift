extension TransitionPlanner {
    /// Notes that a node is in a state that only fencing makes sure of.
    ///
    /// - Parameter isLost: whether it left without a word, for which the others may have to wait.
    func fence(_ node: SchedulerNode, isLost: Bool = false) {
        guard !node.isUnclean else { return }
        node.isUnclean = true
        let action = fencing(of: node)
        if isLost, options.priorityFencingDelay > .zero { action.requiredBefore = 1 }
    }

    private func fencing(of node: SchedulerNode) -> PlannedAction {
        if let known = fencings[node.name.text] { return known }
        let action = singleton(.fence, on: node)
        action.flags.insert(.optional)
        fencings[node.name.text] = action
        return action
    }

    func scheduleFencing() {
        let hasManaged = resources.contains { $0.isFlaggedDeep(.managed) }
        var fenced: [PlannedAction] = []
        var shutdowns: [PlannedAction] = []
        var coordinator: PlannedAction?
        for node in nodes {
            if hasManaged, node.isUnclean, canFence(node) {
                let action = demandFencing(of: node)
                if node.isCoordinator {
                    coordinator = action
                } else {
                    if !options.isFencingConcurrent {
                        fenced.last?.order(before: action, .optional)
                    }
                    fenced.append(action)
                }
            } else if node.isOnline, node.isShuttingDown, node.kind == .member {
                let action = shutDown(node)
                if node.isCoordinator { coordinator = action } else { shutdowns.append(action) }
            }
        }
        guard let coordinator else { return }
        // Who decides goes last.
        if coordinator.task == .shutdown {
            for action in shutdowns { action.order(before: coordinator, .optional) }
        }
        let earlier = options.isFencingConcurrent ? fenced : Array(fenced.suffix(1))
        for action in earlier { action.order(before: coordinator, .optional) }
    }

    private func demandFencing(of node: SchedulerNode) -> PlannedAction {
        let action = fencing(of: node)
        action.flags.remove(.optional)
        if action.requiredBefore > 0 {
            action.requiredBefore = 0
            action.delay = delay(of: node)
        }
        for resource in resources {
            for primitive in resource.primitives where primitive.isManaged {
                orderStarts(of: primitive, after: action, of: node)
                replaceStops(of: primitive, by: action, of: node)
            }
        }
        return action
    }

    /// How long a lost node with most at stake is spared, so that its fencing of us comes first.
    private func delay(of node: SchedulerNode) -> Duration {
        let members = nodes.filter { $0.kind == .member }
        let online = members.count(where: \.isOnline)
        let priorities = members.map(\.priority)
        guard node.kind == .member, !node.isOnline, online <= members.count / 2,
            let top = priorities.max(), let low = priorities.min(), low != top,
            node.priority >= top
        else { return .zero }
        return options.priorityFencingDelay
    }

    private func orderStarts(
        of resource: ScheduledResource, after fencing: PlannedAction, of node: SchedulerNode
    ) {
        for action in resource.actions {
            switch action.need {
            case .nothing: break
            case .fencing: fencing.order(before: action, .optional)
            case .quorum:
                let isUnknown =
                    !resource.knownOn.contains(node.index)
                    && !(resource.parent.map {
                        $0.isAnonymousClone
                            && $0.knownOn.contains(node.index)
                    } ?? false)
                if action.task == .start, resource.allowed[node.index] != nil, isUnknown {
                    fencing.order(before: action, [.optional, .runnableLeft])
                }
            }
        }
    }

    /// A node that is fenced has stopped what it ran.
    private func replaceStops(
        of resource: ScheduledResource, by fencing: PlannedAction, of node: SchedulerNode
    ) {
        let needsFencing = resource.flags.contains(.needsFencing)
        let stops = matching(ActionKey(.stop), of: resource, on: node)
        let topStop = newest(.stop, of: resource.top)
        for stop in stops {
            stop.flags.formUnion([.pseudo, .runnable])
            guard needsFencing else { continue }
            stop.flags.insert(.impliedByFencing)
            fencing.order(before: stop, .preserve)
            if topStop !== fencing { fencing.order(before: topStop, .preserve) }
        }
        for demote in matching(ActionKey(.demote), of: resource, on: node) {
            guard !node.isHealthy || resource.isFailed else { continue }
            demote.flags.formUnion([.pseudo, .runnable])
            if needsFencing { fencing.order(before: demote, [.preserve, .optional]) }
        }
    }

    private func shutDown(_ node: SchedulerNode) -> PlannedAction {
        let shutdown = singleton(.shutdown, on: node)
        for action in actions where action.task == .stop && action.node === node {
            guard let resource = action.resource, !resource.flags.contains(.maintenance),
                !node.isInMaintenance,
                !resource.flags.isDisjoint(with: [.managed, .blocked])
            else { continue }
            action.flags.remove(.optional)
            order(.action(action), .action(shutdown), [.optional, .runnableLeft])
        }
        return shutdown
    }
}
