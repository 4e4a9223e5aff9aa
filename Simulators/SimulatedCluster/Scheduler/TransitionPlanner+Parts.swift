extension TransitionPlanner {
    func createGroupActions(_ group: ScheduledResource) {
        for member in group.children { createActions(member) }
        var tasks: [OperationTask] = [.start, .started, .stop, .stopped]
        if group.meta.isTrue(.promotable) {
            tasks += [.demote, .demoted, .promote, .promoted]
        }
        for task in tasks { _ = pseudo(task, of: group, isOptional: true, isRunnable: true) }
    }

    func createCloneActions(_ clone: ScheduledResource) {
        var (isActive, isStarting, isStopping, allowsMigration) = (false, false, false, true)
        for instance in clone.children {
            createActions(instance)
            let (starts, stops) = movement(of: instance)
            isActive = isActive || instance.primitives.contains { !$0.runningOn.isEmpty }
            isStarting = isStarting || starts
            isStopping = isStopping || stops
            if starts, stops { allowsMigration = false }
        }
        _ = pseudo(.start, of: clone, isOptional: !isStarting, isRunnable: true)
        _ = pseudo(
            .started, of: clone, isOptional: !isStarting, isRunnable: isActive || isStarting)
        let stop = pseudo(.stop, of: clone, isOptional: !isStopping, isRunnable: true)
        _ = pseudo(.stopped, of: clone, isOptional: !isStopping, isRunnable: true)
        if allowsMigration { stop.flags.insert(.migratable) }
        if clone.meta.isTrue(.ordered) { orderInstances(of: clone) }
        if clone.isPromotable { createPromotionActions(clone) }
    }

    private func movement(of instance: ScheduledResource) -> (starts: Bool, stops: Bool) {
        var (starts, stops) = (false, false)
        for action in instance.primitives.flatMap(\.actions) where !action.isOptional {
            guard action.isPseudo || action.isRunnable else { continue }
            if action.task == .stop { stops = true }
            if action.task == .start, action.isRunnable { starts = true }
        }
        return (starts, stops)
    }

    /// One instance after the other, and back.
    private func orderInstances(of clone: ScheduledResource) {
        sortByNumber(clone)
        var lastStop: PlannedAction?
        var lastStart: PlannedAction?
        for instance in clone.children {
            if let stop = onlyNeeded(.stop, of: instance) {
                if let lastStop { stop.order(before: lastStop, .optional) }
                lastStop = stop
            }
            if let start = onlyNeeded(.start, of: instance) {
                lastStart?.order(before: start, .optional)
                lastStart = start
            }
        }
    }

    private func onlyNeeded(
        _ task: OperationTask, of instance: ScheduledResource
    ) -> PlannedAction? {
        let needed = matching(ActionKey(task), of: instance, on: nil).filter { !$0.isOptional }
        return needed.count == 1 ? needed[0] : nil
    }

    private func createPromotionActions(_ clone: ScheduledResource) {
        for instance in clone.children { createActions(instance) }
        let needed = clone.primitives.flatMap(\.actions).filter { !$0.isOptional }
        let isPromoting = needed.contains { $0.task == .promote }
        let isDemoting = needed.contains { $0.task == .demote }
        for task in [OperationTask.promote, .promoted] {
            _ = pseudo(task, of: clone, isOptional: !isPromoting, isRunnable: true)
        }
        for task in [OperationTask.demote, .demoted] {
            _ = pseudo(task, of: clone, isOptional: !isDemoting, isRunnable: true)
        }
        for instance in clone.children { instance.priority = clone.priority }
    }
}
