extension TransitionPlanner {
    func scheduleActions() {
        if options.probesAtStart { scheduleProbes() }
        for resource in resources where resource.isOrphan && options.stopsOrphans {
            clearFailures(of: resource)
        }
        for resource in resources { createActions(resource) }
    }

    private func clearFailures(of resource: ScheduledResource) {
        for node in nodes where node.isOnline {
            let counts = FailCounts(planner: self, resource: resource, node: node)
            guard counts.count(isEffective: true) > .zero else { continue }
            let clear = action(
                ActionKey(.clearFailCount), of: resource, on: node, isOptional: false)
            order(.action(clear), .key(resource, ActionKey(.stop)), .optional)
        }
    }

    func createActions(_ resource: ScheduledResource) {
        switch resource.variant {
        case .primitive: createPrimitiveActions(resource)
        case .group: createGroupActions(resource)
        case .clone: createCloneActions(resource)
        }
    }

    private func createPrimitiveActions(_ resource: ScheduledResource) {
        if resource.nextRole == .unknown {
            resource.nextRole = resource.assigned == nil ? .stopped : .started
        }
        for source in resource.danglingMigrations {
            stop(resource, on: source, isOptional: false).flags.insert(.dangling)
        }
        let current = resource.currentNode
        var change = Change()
        if let current, let target = resource.assigned, current !== target,
            resource.nextRole >= .started
        {
            change.isMove = true
            change.migrates = canMigrate(resource, from: current)
            change.needsStop = true
        }
        settleMigration(of: resource, current, &change)
        settleFailure(of: resource, current, &change)
        scheduleRestart(of: resource, on: current, change)
        scheduleRoles(of: resource)
        createRecurring(resource)
        if change.migrates, let current { createMigration(of: resource, from: current) }
    }

    /// What has to be done to a resource besides bringing it to its role.
    private struct Change {
        var isMove = false
        var migrates = false
        var needsStop = false
        var needsPromote = false
    }

    private func settleMigration(
        of resource: ScheduledResource, _ current: SchedulerNode?, _ change: inout Change
    ) {
        let (from, target) = (resource.migratingFrom, resource.migratingTo)
        var isMultiple = false
        if from != nil, target != nil, change.migrates, resource.runningOn.count == 2,
            current === from, resource.assigned === target
        {
            // It goes on as it began.
        } else if from != nil || target != nil {
            change.needsStop = true
            change.migrates = false
            resource.migratingFrom = nil
            resource.migratingTo = nil
        } else {
            isMultiple = resource.activeCount > 1
        }
        guard isMultiple else {
            resource.flags.remove(.stopsUnexpected)
            return
        }
        switch resource.recovery {
        case .stopStart: change.needsStop = true
        case .stopUnexpected:
            change.needsStop = true
            resource.flags.insert(.stopsUnexpected)
        case .stopOnly, .block: break
        }
    }

    private func settleFailure(
        of resource: ScheduledResource, _ current: SchedulerNode?, _ change: inout Change
    ) {
        if resource.flags.contains(.startPending), let node = resource.assigned {
            start(resource, on: node, isOptional: true).flags.insert(.shown)
        }
        if change.isMove { return }
        if resource.isFailed {
            if resource.flags.contains(.mustStop) {
                change.needsStop = true
            } else if resource.nextRole == .promoted {
                change.needsPromote = true
            }
        } else if resource.flags.contains(.blocked) {
            change.needsStop = true
        } else if resource.role > .started, current != nil, let node = resource.assigned {
            let start = start(resource, on: node, isOptional: true)
            if !start.isOptional { change.needsStop = true }
        }
    }

    /// Down to stopped and up again, which is needed or only possible.
    private func scheduleRestart(
        of resource: ScheduledResource, on current: SchedulerNode?, _ change: Change
    ) {
        resource.flags.insert(.restarting)
        defer { resource.flags.remove(.restarting) }
        var role = resource.role
        while role != .stopped {
            let next = Self.step(from: role, to: .stopped)
            guard act(resource, from: role, to: next, on: current, isOptional: !change.needsStop)
            else { break }
            role = next
        }
        guard resource.role <= resource.nextRole, !resource.flags.contains(.blocked) else { return }
        while role != resource.role {
            let next = Self.step(from: role, to: resource.role)
            let isNeeded = change.needsStop || (next == .promoted && change.needsPromote)
            guard
                act(resource, from: role, to: next, on: resource.assigned, isOptional: !isNeeded)
            else { break }
            role = next
        }
    }

    private func scheduleRoles(of resource: ScheduledResource) {
        var role = resource.role
        while role != resource.nextRole {
            let next = Self.step(from: role, to: resource.nextRole)
            guard act(resource, from: role, to: next, on: resource.assigned, isOptional: false)
            else { break }
            role = next
        }
    }

    /// The next role on the way from one to another.
    private static func step(from role: ResourceRole, to goal: ResourceRole) -> ResourceRole {
        switch (role, goal) {
        case (.unknown, _): .stopped
        case (.stopped, .started): .started
        case (.stopped, .unpromoted), (.stopped, .promoted): .unpromoted
        case (.started, .unpromoted), (.unpromoted, .unpromoted): .unpromoted
        case (.started, .promoted), (.unpromoted, .promoted), (.promoted, .promoted): .promoted
        case (.started, .started): .started
        case (.promoted, .stopped), (.promoted, .started), (.promoted, .unpromoted): .unpromoted
        default: .stopped
        }
    }

    /// - Returns: false where there is nothing to do between two roles.
    private func act(
        _ resource: ScheduledResource, from role: ResourceRole, to next: ResourceRole,
        on node: SchedulerNode?, isOptional: Bool
    ) -> Bool {
        switch (role, next) {
        case (.unknown, .stopped), (.started, .stopped), (.unpromoted, .stopped),
            (.unpromoted, .started):
            scheduleStop(of: resource, isOptional: isOptional)
        case (.promoted, .stopped), (.promoted, .started), (.promoted, .unpromoted):
            scheduleDemote(of: resource, isOptional: isOptional)
        case (.stopped, .started), (.stopped, .unpromoted):
            guard let node else { return false }
            scheduleStart(of: resource, on: node, isOptional: isOptional)
        case (.started, .promoted), (.unpromoted, .promoted):
            guard let node else { return false }
            schedulePromote(of: resource, on: node, isOptional: isOptional)
        default: return false
        }
        return true
    }

    /// Where it is meant to be, while all other copies are stopped.
    private func isExpected(_ resource: ScheduledResource, on node: SchedulerNode) -> Bool {
        resource.flags.isSuperset(of: [.stopsUnexpected, .restarting])
            && resource.nextRole > .stopped && resource.assigned === node
    }

    private func scheduleStop(of resource: ScheduledResource, isOptional: Bool) {
        var isOptional = isOptional
        for current in resource.runningOn where !isExpected(resource, on: current) {
            if let target = resource.migratingTo {
                if current === target, current === resource.assigned { continue }
                isOptional = false
            }
            let stop = stop(resource, on: current, isOptional: isOptional)
            if !resource.isManaged { stop.flags.remove(.runnable) }
        }
    }

    private func scheduleStart(
        of resource: ScheduledResource, on node: SchedulerNode, isOptional: Bool
    ) {
        let start = start(resource, on: node, isOptional: true)
        if start.isRunnable, !isOptional { start.flags.remove(.optional) }
        if isExpected(resource, on: node) { start.flags.insert(.pseudo) }
    }

    private func schedulePromote(
        of resource: ScheduledResource, on node: SchedulerNode, isOptional: Bool
    ) {
        let starts = exactly(ActionKey(.start), of: resource, on: node)
        if starts.allSatisfy(\.isRunnable) {
            let promote = action(
                ActionKey(.promote), of: resource, on: node, isOptional: isOptional)
            if isExpected(resource, on: node) { promote.flags.insert(.pseudo) }
        } else {
            for promote in exactly(ActionKey(.promote), of: resource, on: node) {
                promote.flags.remove(.runnable)
            }
        }
    }

    private func scheduleDemote(of resource: ScheduledResource, isOptional: Bool) {
        for current in resource.runningOn where !isExpected(resource, on: current) {
            action(ActionKey(.demote), of: resource, on: current, isOptional: isOptional)
        }
    }
}
