extension TransitionPlanner {
    /// Which of two ordered actions an order has changed.
    struct Changed: OptionSet {
        let rawValue: Int
        static let first = Changed(rawValue: 1)
        static let then = Changed(rawValue: 2)
    }

    /// Makes orders between actions of those between resources, and follows up what they mean.
    func applyOrders() {
        for order in orders { apply(order) }
        for action in actions.reversed() { blockFollowers(of: action) }
        orderProbes()
        for action in actions.reversed() { update(action) }
    }

    private func apply(_ order: PlannedOrder) {
        if let first = order.first.resource {
            applyFrom(first, order)
        } else if case .action(let first) = order.first {
            apply(order, after: first, order.then.resource)
        }
    }

    private func applyFrom(_ first: ScheduledResource, _ order: PlannedOrder) {
        var firsts: [PlannedAction]
        switch order.first {
        case .action(let action): firsts = [action]
        case .key(_, let key):
            firsts = matching(key, of: first, on: nil).reversed()
            guard firsts.isEmpty, first !== order.then.resource else { break }
            let isDone =
                (key.task == .stop && first.currentRole == .stopped)
                || (key.task == .demote && first.currentRole == .unpromoted)
            if !isDone { firsts = [action(key, of: first, on: nil, isOptional: true)] }
        }
        for action in firsts { apply(order, after: action, order.then.resource) }
    }

    private func apply(
        _ order: PlannedOrder, after first: PlannedAction, _ resource: ScheduledResource?
    ) {
        var flags = order.flags
        var thens: [PlannedAction]
        switch order.then {
        case .action(let action): thens = [action]
        case .key(let resource, let key):
            thens = matching(key, of: resource, on: nil).reversed()
        }
        if let resource, first.resource === resource, first.flags.contains(.dangling) {
            flags.remove(.impliesThen)
        }
        for then in thens where then !== first { first.order(before: then, flags) }
    }

    /// Follows up all that comes before an action, and what that changes.
    func update(_ then: PlannedAction) {
        var changed: Changed = []
        let lastFlags = then.flags
        if then.flags.contains(.requiresAny) {
            then.runnableBefore = 0
            then.requiredBefore = max(1, then.requiredBefore)
            then.flags.remove(.runnable)
        }
        for link in then.before.reversed() {
            changed.remove(.first)
            let first = follow(link, then, &changed)
            guard changed.contains(.first) else { continue }
            for other in first.after.reversed() { update(other.action) }
            update(first)
        }
        if then.flags.contains(.requiresAny) {
            if lastFlags == then.flags { changed.remove(.then) } else { changed.insert(.then) }
        }
        guard changed.contains(.then) else { return }
        if lastFlags.contains(.runnable), !then.isRunnable { blockFollowers(of: then) }
        update(then)
        for link in then.after.reversed() { update(link.action) }
    }

    /// - Returns: the action that came first in fact, which may report for a whole group.
    private func follow(
        _ link: ActionLink, _ then: PlannedAction, _ changed: inout Changed
    ) -> PlannedAction {
        var first = link.action
        let firstNode = place(of: first)
        let thenNode = place(of: then)
        if link.flags.contains(.sameNode), let firstNode, let thenNode, firstNode !== thenNode {
            link.flags = []
            return first
        }
        if first.resource != nil, link.flags.contains(.thenCancelsFirst), !then.isOptional {
            first.flags.insert(.optional)
        }
        if let one = first.resource, let other = then.resource, one !== other,
            !other.isPart(of: one)
        {
            first = reported(first)
        }
        if first === link.action {
            let firstFlags = flags(of: first, seenFrom: thenNode)
            let thenFlags = flags(of: then, seenFrom: firstNode)
            changed.formUnion(update(first, then, firstFlags, thenFlags, link))
        } else if first !== then, first.order(before: then, link.flags) {
            changed.insert(.then)
            link.flags = []
        } else {
            link.flags = []
        }
        return first
    }

    private func place(of action: PlannedAction) -> SchedulerNode? {
        if let resource = action.resource, resource.variant == .group, action.task == .start {
            return resource.assignedNode
        }
        return action.node
    }

    /// To wait for a group's or clone's start is to wait until all of it is started.
    private func reported(_ action: PlannedAction) -> PlannedAction {
        guard let resource = action.resource, resource.variant != .primitive,
            action.key.interval == .zero
        else { return action }
        return newest(action.task.completion, of: resource) ?? action
    }

    private func flags(of action: PlannedAction, seenFrom node: SchedulerNode?) -> ActionFlags {
        guard let resource = action.resource else { return action.flags }
        let flags = summary(of: action, of: resource, on: nil)
        guard let node, resource.variant == .clone else { return flags }
        var local = summary(of: action, of: resource, on: node)
        if flags.contains(.runnable) { local.insert(.runnable) }
        return local
    }

    /// What is so of an action as a whole, taken from what is so of its parts.
    func summary(
        of action: PlannedAction, of resource: ScheduledResource, on node: SchedulerNode?
    ) -> ActionFlags {
        switch resource.variant {
        case .primitive: action.flags
        case .group: groupSummary(of: action, of: resource, on: node)
        case .clone: cloneSummary(of: action, of: resource, on: node)
        }
    }

    /// Reports of groups are about what their members do.
    private func memberTask(
        _ task: OperationTask, of member: ScheduledResource
    ) -> OperationTask {
        member.variant == .primitive ? task.work : task
    }

    private func groupSummary(
        of action: PlannedAction, of group: ScheduledResource, on node: SchedulerNode?
    ) -> ActionFlags {
        var flags: ActionFlags = [.optional, .runnable, .pseudo]
        for member in group.children {
            let task = memberTask(action.task, of: member)
            guard let part = newest(task, of: member, on: node) else {
                if task != .stop, task != .demote { flags.remove(.runnable) }
                continue
            }
            let partFlags = summary(of: part, of: member, on: node)
            if flags.contains(.optional), !partFlags.contains(.optional) {
                flags.remove(.optional)
                action.flags.remove(.optional)
            }
            if task != action.task, flags.contains(.runnable), !partFlags.contains(.runnable) {
                flags.remove(.runnable)
                action.flags.remove(.runnable)
            }
        }
        return flags
    }

    private func cloneSummary(
        of action: PlannedAction, of clone: ScheduledResource, on node: SchedulerNode?
    ) -> ActionFlags {
        var flags: ActionFlags = [.optional, .runnable, .pseudo]
        var isAnyRunnable = false
        let task = clone.children.first.map { memberTask(action.task, of: $0) } ?? action.task
        for instance in clone.children {
            let place = instance.children.isEmpty ? node : nil
            guard let part = newest(task, of: instance, on: place) else { continue }
            let partFlags = summary(of: part, of: instance, on: node)
            if flags.contains(.optional), !partFlags.contains(.optional) {
                flags.remove(.optional)
                action.flags.remove(.optional)
            }
            if partFlags.contains(.runnable) { isAnyRunnable = true }
        }
        if !isAnyRunnable {
            flags.remove(.runnable)
            if node == nil { action.flags.remove(.runnable) }
        }
        return flags
    }
}
