extension TransitionPlanner {
    /// What an order asks of the two actions, one meaning of it after the other.
    func update(
        _ first: PlannedAction, _ then: PlannedAction, _ firstFlags: ActionFlags,
        _ thenFlags: ActionFlags, _ link: ActionLink
    ) -> Changed {
        var changed: Changed = []
        let node = then.node
        let meanings: [(OrderFlags, ActionFlags, ActionFlags)] = [
            (.impliesThen, firstFlags.intersection(.optional), .optional),
            (.restart, firstFlags, [.optional, .runnable]),
            (.impliesFirst, firstFlags, .optional),
            (.promotedImpliesFirst, firstFlags.intersection(.optional), .optional),
            (.oneOrMore, firstFlags, .runnable),
            (.runnableLeft, firstFlags, .runnable),
            (.impliesFirstMigratable, firstFlags, .optional),
            (.pseudoLeft, firstFlags, .optional),
            (.optional, firstFlags, .runnable),
            (.asymmetrical, firstFlags, .runnable),
        ]
        for (meaning, flags, filter) in meanings where link.flags.contains(meaning) {
            if meaning == .impliesFirst, let resource = first.resource {
                changed.formUnion(
                    updateOrdered(first, then, resource, node, flags, filter, meaning))
            } else if meaning != .impliesFirst, let resource = then.resource {
                changed.formUnion(
                    updateOrdered(first, then, resource, node, flags, filter, meaning))
            } else {
                changed.formUnion(updateUnowned(first, then, firstFlags, meaning))
            }
        }
        show(first, then, firstFlags, thenFlags, link)
        changed.formUnion(holdBehindBlocked(first, then, link))
        return changed
    }

    /// The same for actions of no resource.
    private func updateUnowned(
        _ first: PlannedAction, _ then: PlannedAction, _ flags: ActionFlags,
        _ meaning: OrderFlags
    ) -> Changed {
        switch meaning {
        case .impliesThen where !flags.contains(.optional) && then.isOptional:
            then.flags.remove(.optional)
            return .then
        case .impliesFirst where !flags.contains(.optional) && first.isRunnable:
            first.flags.remove(.runnable)
            return .first
        case .oneOrMore where flags.contains(.runnable):
            then.runnableBefore += 1
            guard then.runnableBefore >= then.requiredBefore, !then.isRunnable else { return [] }
            then.flags.insert(.runnable)
            return .then
        case .runnableLeft where !flags.contains(.runnable) && then.isRunnable:
            then.flags.remove(.runnable)
            return .then
        default: return []
        }
    }

    private func show(
        _ first: PlannedAction, _ then: PlannedAction, _ firstFlags: ActionFlags,
        _ thenFlags: ActionFlags, _ link: ActionLink
    ) {
        if first.isRunnable, link.flags.contains(.showsThen), !firstFlags.contains(.optional) {
            then.flags.insert(.shown)
        }
        if link.flags.contains(.showsFirst), !thenFlags.contains(.optional) {
            first.flags.insert(.shown)
        }
    }

    private func holdBehindBlocked(
        _ first: PlannedAction, _ then: PlannedAction, _ link: ActionLink
    ) -> Changed {
        guard !link.flags.isDisjoint(with: [.impliesThen, .impliesFirst, .restart]),
            let resource = first.resource, !resource.isManaged,
            resource.flags.contains(.blocked), !first.isRunnable, first.task == .stop,
            then.isRunnable
        else { return [] }
        then.flags.remove(.runnable)
        return .then
    }

    /// Brings one meaning to bear, on the members too where `owner` has them.
    func updateOrdered(
        _ first: PlannedAction, _ then: PlannedAction, _ owner: ScheduledResource,
        _ node: SchedulerNode?, _ flags: ActionFlags, _ filter: ActionFlags,
        _ meaning: OrderFlags
    ) -> Changed {
        switch owner.variant {
        case .primitive: return settle(first, then, flags, filter, meaning)
        case .group:
            var changed = settle(first, then, flags, filter, meaning)
            for member in then.resource?.children ?? [] {
                guard let part = newest(then.task, of: member, on: node) else { continue }
                changed.formUnion(
                    updateOrdered(first, part, member, node, flags, filter, meaning))
            }
            return changed
        case .clone:
            if interleaves(first, then) {
                return updatePairs(first, then, node, filter, meaning)
            }
            return updateInstances(first, then, node, flags, filter, meaning)
        }
    }

    private func interleaves(_ first: PlannedAction, _ then: PlannedAction) -> Bool {
        guard let one = first.resource, let other = then.resource, one !== other,
            one.variant == .clone, other.variant == .clone
        else { return false }
        let decides = then.task == .stop || then.task == .demote ? one : other
        return decides.meta.isTrue(.interleave)
    }

    /// Instances wait only for those on their own node.
    private func updatePairs(
        _ first: PlannedAction, _ then: PlannedAction, _ node: SchedulerNode?,
        _ filter: ActionFlags, _ meaning: OrderFlags
    ) -> Changed {
        guard let firstClone = first.resource, let thenClone = then.resource else { return [] }
        var changed: Changed = []
        let isCurrent = first.task == .stopped || first.task == .demoted
        for instance in thenClone.children {
            let partner = partner(
                of: instance, in: firstClone, role: .unknown, isCurrent: isCurrent)
            guard let partner else {
                let isStrict = meaning == .runnableLeft || meaning == .impliesThen
                if !isCurrent, isStrict, withdraw(instance) { changed.insert(.then) }
                continue
            }
            let task = partner.variant == .primitive ? first.task.work : first.task
            guard let firstPart = newest(task, of: partner, on: node),
                let thenPart = newest(then.task, of: instance, on: node)
            else { continue }
            if firstPart.order(before: thenPart, meaning) { changed.formUnion([.first, .then]) }
            let flags = summary(of: firstPart, of: partner, on: node)
            changed.formUnion(
                updateOrdered(firstPart, thenPart, instance, node, flags, filter, meaning))
        }
        return changed
    }

    private func updateInstances(
        _ first: PlannedAction, _ then: PlannedAction, _ node: SchedulerNode?,
        _ flags: ActionFlags, _ filter: ActionFlags, _ meaning: OrderFlags
    ) -> Changed {
        guard let clone = then.resource else { return [] }
        var changed = settle(first, then, flags, filter, meaning)
        for instance in clone.children {
            guard let part = newest(then.task, of: instance, on: node) else { continue }
            guard summary(of: part, of: instance, on: node).contains(.runnable) else { continue }
            let one = updateOrdered(first, part, instance, node, flags, filter, meaning)
            changed.formUnion(one)
            if one.contains(.then) {
                for link in part.after.reversed() { update(link.action) }
            }
        }
        return changed
    }

    /// Without a partner that can run, nothing that must be with it can.
    func blockFollowers(of action: PlannedAction) {
        guard !action.isRunnable, action.task == .start || action.task == .promote,
            let resource = action.resource
        else { return }
        let top = resource.top
        guard !top.withThis.isEmpty else { return }
        for child in top.children {
            guard let part = newest(action.task, of: child), !part.isRunnable else { return }
        }
        for colocation in top.withThis where colocation.score >= .infinity {
            if action.task == .promote, colocation.primaryRole != .promoted { continue }
            let task: OperationTask =
                colocation.dependentRole == .promoted ? .promote : .start
            block(task, of: colocation.dependent)
        }
    }

    private func block(_ task: OperationTask, of resource: ScheduledResource) {
        for action in resource.actions.reversed() where action.isRunnable && action.task == task {
            action.flags.remove(.runnable)
            blockFollowers(of: action)
            update(action)
        }
        for child in resource.children { block(task, of: child) }
    }
}
