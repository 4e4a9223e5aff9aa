extension TransitionPlanner {
    /// Monitors that go on for as long as the resource runs.
    func createRecurring(_ resource: ScheduledResource) {
        guard !resource.flags.contains(.blocked), !resource.flags.contains(.maintenance) else {
            return
        }
        var start: PlannedAction?
        if let node = resource.assigned, !node.isInMaintenance,
            resource.nextRole != .stopped || !resource.isManaged
        {
            start = self.start(resource, on: node, isOptional: true)
        }
        for operation in resource.definition.operations
        where operation.interval != .zero && operation.isEnabled && operation.task == .monitor {
            if let start { recur(operation, of: resource, after: start) }
            if operation.role == .stopped { watchStopped(operation, resource) }
        }
    }

    private func recur(
        _ operation: OperationDefinition, of resource: ScheduledResource,
        after start: PlannedAction
    ) {
        guard operation.role != .stopped, let node = resource.assigned else { return }
        let key = ActionKey(operation.task, every: operation.interval)
        let isUnderWay = start.isOptional && !exactly(key, of: resource, on: node).isEmpty
        let isOtherRole =
            operation.role.map { $0 != resource.nextRole } ?? (resource.nextRole == .promoted)
        if isOtherRole {
            if isUnderWay { cancel(key, of: resource, on: node) }
            return
        }
        let monitor = action(key, of: resource, on: node, isOptional: isUnderWay)
        if !start.isRunnable || !node.isHealthy { monitor.flags.remove(.runnable) }
        guard resource.isManaged else { return }
        order(
            .key(resource, ActionKey(.start)), .action(monitor), [.impliesThen, .runnableLeft])
        if resource.nextRole == .promoted || resource.role == .promoted {
            let task: OperationTask = resource.nextRole == .promoted ? .promote : .demote
            order(
                .key(resource, ActionKey(task)), .action(monitor), [.optional, .runnableLeft])
        }
    }

    private func cancel(
        _ key: ActionKey, of resource: ScheduledResource, on node: SchedulerNode
    ) {
        let cancel = action(key, of: resource, on: node, isOptional: false)
        cancel.task = .cancel
        let task: OperationTask? =
            switch (resource.role, resource.nextRole) {
            case (.unpromoted, .promoted), (.started, .promoted): .promote
            case (.unpromoted, .stopped), (.started, .stopped): .stop
            case (.promoted, _): .demote
            default: nil
            }
        if let task {
            order(.action(cancel), .key(resource, ActionKey(task)), .runnableLeft)
        }
    }

    /// Makes sure of nodes on which a resource is not meant to run.
    private func watchStopped(_ operation: OperationDefinition, _ resource: ScheduledResource) {
        guard resource.isUnique else { return }
        let key = ActionKey(operation.task, every: operation.interval)
        for node in nodes where node !== resource.assigned {
            let isUnderWay = !exactly(key, of: resource, on: node).isEmpty
            let monitor = action(key, of: resource, on: node, isOptional: isUnderWay)
            for stop in exactly(ActionKey(.stop), of: resource, on: node) {
                if !stop.isRunnable { monitor.flags.remove(.runnable) }
                if resource.isManaged {
                    order(.action(stop), .action(monitor), [.impliesThen, .runnableLeft])
                }
            }
            if !node.isHealthy { monitor.flags.remove(.runnable) }
        }
    }
}
