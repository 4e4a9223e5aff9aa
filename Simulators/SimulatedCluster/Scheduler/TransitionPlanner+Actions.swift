extension TransitionPlanner {
    /// The action, made if there is none yet.
    ///
    /// - Parameter isOptional: an action that exists may become needed, never the other way.
    @discardableResult
    func action(
        _ key: ActionKey, of resource: ScheduledResource, on node: SchedulerNode?,
        isOptional: Bool
    ) -> PlannedAction {
        let action =
            existing(key, of: resource, on: node)
            ?? make(key, of: resource, on: node, isOptional: isOptional)
        if action.node != nil, !action.isPseudo, !resource.isManaged, key.interval == .zero {
            action.flags.insert(.optional)
        } else if !isOptional {
            action.flags.remove(.optional)
        }
        judgeRunnable(action, of: resource)
        return action
    }

    /// The oldest there is; one without a node gets this one.
    private func existing(
        _ key: ActionKey, of resource: ScheduledResource, on node: SchedulerNode?
    ) -> PlannedAction? {
        matching(key, of: resource, on: node).last
    }

    /// The newest first. Those without a node get this one.
    func matching(
        _ key: ActionKey, of resource: ScheduledResource, on node: SchedulerNode?
    ) -> [PlannedAction] {
        resource.actions.reversed().filter { action in
            guard action.key == key else { return false }
            guard let node else { return true }
            if action.node == nil { action.node = node }
            return action.node === node
        }
    }

    /// Only those that have this very node.
    func exactly(
        _ key: ActionKey, of resource: ScheduledResource, on node: SchedulerNode?
    ) -> [PlannedAction] {
        guard let node else { return [] }
        return resource.actions.filter { $0.key == key && $0.node === node }
    }

    /// The newest action of this kind, on this node if one is given.
    func newest(
        _ task: OperationTask, of resource: ScheduledResource, on node: SchedulerNode? = nil
    ) -> PlannedAction? {
        resource.actions.last { $0.task == task && (node == nil || $0.node === node) }
    }

    private func make(
        _ key: ActionKey, of resource: ScheduledResource, on node: SchedulerNode?,
        isOptional: Bool
    ) -> PlannedAction {
        let action = describe(key, of: resource, on: node)
        if isOptional { action.flags.insert(.optional) }
        resource.actions.append(action)
        actions.append(action)
        return action
    }

    /// What a configuration says of an operation, without asking for it.
    func describe(
        _ key: ActionKey, of resource: ScheduledResource, on node: SchedulerNode?
    ) -> PlannedAction {
        let action = PlannedAction(
            id: actions.count, key, of: resource, on: node, flags: [.runnable])
        if key.task == .delete { action.flags.insert(.onCoordinator) }
        if key.task == .start || key.task == .promote {
            action.need =
                resource.flags.contains(.needsFencing)
                ? .fencing : resource.flags.contains(.needsQuorum) ? .quorum : .nothing
        }
        readFailure(of: action, resource)
        return action
    }

    private func readFailure(of action: PlannedAction, _ resource: ScheduledResource) {
        let task = action.key.task
        switch configuredResponse(action.key, of: resource) {
        case .fence? where !options.isFencingEnabled: action.onFail = .stop
        case let response?: action.onFail = response
        case nil where task == .stop: action.onFail = options.isFencingEnabled ? .fence : .block
        case nil: action.onFail = task == .delete ? .ignore : .restart
        }
        action.failRole =
            action.onFail == .stop ? .stopped : task == .promote ? .unpromoted : .started
    }

    private func configuredResponse(
        _ key: ActionKey, of resource: ScheduledResource
    ) -> OperationDefinition.FailureResponse? {
        let operation = resource.definition.operations.first {
            $0.task == key.task && $0.interval == key.interval
        }
        let value = operation?.onFail
        switch (key.task, value) {
        case (.stop, .standby), (.stop, .demote), (.stop, .stop): return nil
        case (.demote, nil): return responseOfPromotedMonitor(resource)
        case (.promote, .demote): return value
        case (_, .demote):
            let isPromotedMonitor =
                key.task == .monitor && operation?.role == .promoted && key.interval != .zero
            return isPromotedMonitor ? value : nil
        default: return value
        }
    }

    /// A failed demotion is as bad as what a promoted instance's monitor would have found.
    private func responseOfPromotedMonitor(
        _ resource: ScheduledResource
    ) -> OperationDefinition.FailureResponse? {
        resource.definition.operations.first {
            $0.isEnabled && $0.task == .monitor && $0.role == .promoted && $0.interval != .zero
                && $0.onFail != nil && $0.onFail != .demote
        }?.onFail
    }

    private func judgeRunnable(_ action: PlannedAction, of resource: ScheduledResource) {
        guard !action.isPseudo else { return }
        guard let node = action.node else {
            action.flags.remove(.runnable)
            return
        }
        let isElsewhere = action.flags.contains(.onCoordinator)
        if !isElsewhere, !node.isOnline {
            action.flags.remove(.runnable)
            let isStuck = resource.isManaged && action.key.task == .stop && !node.isUnclean
            if isStuck { fence(node) }
        } else if !isElsewhere, node.isPending {
            action.flags.remove(.runnable)
        } else if action.need == .nothing {
            action.flags.insert(.runnable)
        } else {
            judgeQuorum(action, of: resource)
        }
    }

    private func judgeQuorum(_ action: PlannedAction, of resource: ScheduledResource) {
        switch quorumPolicy(for: resource) {
        case .stop: action.flags.remove(.runnable)
        case .freeze:
            if !isActive(resource) || resource.nextRole > resource.role {
                action.flags.remove(.runnable)
            }
        case .ignore, .demote, .suicide: action.flags.insert(.runnable)
        }
    }

    /// Whether all of it runs somewhere.
    private func isActive(_ resource: ScheduledResource) -> Bool {
        resource.primitives.allSatisfy { one in
            one.runningOn.contains { $0.isUnclean || $0.isOnline || !one.isManaged }
        }
    }

    private func quorumPolicy(
        for resource: ScheduledResource
    ) -> ClusterOptions.NoQuorumPolicy {
        if state.hasQuorum { return .ignore }
        guard effectivePolicy == .demote else { return effectivePolicy }
        guard resource.role >= .unpromoted else { return .stop }
        if resource.nextRole > .unpromoted { resource.nextRole = .unpromoted }
        return .ignore
    }

    @discardableResult
    func stop(
        _ resource: ScheduledResource, on node: SchedulerNode?, isOptional: Bool
    ) -> PlannedAction {
        action(ActionKey(.stop), of: resource, on: node, isOptional: isOptional)
    }

    @discardableResult
    func start(
        _ resource: ScheduledResource, on node: SchedulerNode?, isOptional: Bool
    ) -> PlannedAction {
        action(ActionKey(.start), of: resource, on: node, isOptional: isOptional)
    }

    /// An action that stands for what its members do.
    func pseudo(
        _ task: OperationTask, of resource: ScheduledResource, isOptional: Bool,
        isRunnable: Bool
    ) -> PlannedAction {
        let action = action(ActionKey(task), of: resource, on: nil, isOptional: isOptional)
        action.flags.insert(.pseudo)
        if isRunnable { action.flags.insert(.runnable) }
        return action
    }

    /// An action of no resource.
    func singleton(_ task: OperationTask, on node: SchedulerNode?) -> PlannedAction {
        let action = PlannedAction(
            id: actions.count, ActionKey(task), of: nil, on: node, flags: [.runnable])
        actions.append(action)
        return action
    }
}
