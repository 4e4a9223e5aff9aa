extension TransitionPlanner {
    /// What has to be done, in order, and where everything is afterwards.
    func graph() -> ClusterTransition {
        for resource in resources { summarize(resource) }
        let included = actions.filter(isIncluded)
        for action in included { action.flags.insert(.dumped) }
        let steps = included.map { action in
            TransitionAction(
                id: action.id, task: action.task, resource: action.resource?.id,
                localName: action.resource?.localName, node: action.node?.name,
                interval: action.key.interval,
                isPseudo: action.isPseudo, delay: action.delay,
                migrationTarget: action.migrationTarget?.name, after: inputs(of: action))
        }
        let placed = resources.flatMap(\.primitives)
        return ClusterTransition(
            actions: steps, before: placed.flatMap(presence),
            instances: placed.map { instance in
                InstancePlan(
                    id: instance.id, node: instance.assigned?.name, role: instance.nextRole)
            })
    }

    private func presence(of resource: ScheduledResource) -> [InstancePresence] {
        let role = resource.role == .stopped ? .started : resource.role
        return resource.runningOn.map {
            InstancePresence(id: resource.id, node: $0.name, role: role)
        }
    }

    /// Clones' own actions follow their instances' to the last.
    private func summarize(_ resource: ScheduledResource) {
        guard resource.variant == .clone else { return }
        for action in resource.actions.reversed() { _ = summary(of: action, of: resource, on: nil) }
    }

    private func isIncluded(_ action: PlannedAction) -> Bool {
        guard action.isRunnable, !action.isOptional || action.flags.contains(.shown) else {
            return false
        }
        if let resource = action.resource, !resource.isManaged, action.task != .monitor,
            action.key.interval == .zero
        {
            return false
        }
        if action.isPseudo || action.task == .fence || action.task == .shutdown { return true }
        guard let node = action.node else { return false }
        return action.flags.contains(.onCoordinator) || node.isHealthy
    }

    private func inputs(of action: PlannedAction) -> [Int] {
        var flags: [Int: OrderFlags] = [:]
        var firsts: [PlannedAction] = []
        for link in action.before {
            if flags[link.action.id] == nil { firsts.append(link.action) }
            flags[link.action.id, default: []].formUnion(link.flags)
        }
        return firsts.filter { first in
            first.flags.contains(.dumped) && waits(action, for: first, flags[first.id] ?? [])
        }.map(\.id).sorted()
    }

    private func waits(
        _ action: PlannedAction, for first: PlannedAction, _ flags: OrderFlags
    ) -> Bool {
        if flags.isEmpty { return false }
        if flags.contains(.unlessFirstMigrates), first.flags.contains(.migratable) { return false }
        if flags == .optional, first.flags.contains(.migratable), first.task == .stop {
            return false
        }
        if flags == .antiColocation {
            return first.node == nil || action.node == nil || first.node === action.node
        }
        return true
    }
}
