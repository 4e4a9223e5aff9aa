extension TransitionPlanner {
    /// Changes two ordered actions as one meaning of their order asks.
    func settle(
        _ first: PlannedAction, _ then: PlannedAction, _ flags: ActionFlags,
        _ filter: ActionFlags, _ meaning: OrderFlags
    ) -> Changed {
        let (oldFirst, oldThen) = (first.flags, then.flags)
        switch meaning {
        case .asymmetrical: settleAsymmetric(first, then)
        case .impliesFirst: settleImpliedFirst(first, then, flags)
        case .promotedImpliesFirst: settlePromoted(first, then)
        case .impliesFirstMigratable: settleMigratable(first, then)
        case .pseudoLeft:
            if !first.isRunnable { then.flags.subtract([.migratable, .pseudo]) }
        case .runnableLeft:
            if then.isRunnable, !flags.contains(.runnable) {
                then.flags.subtract([.runnable, .migratable])
            }
        case .impliesThen:
            if !flags.contains(.optional), !first.flags.contains(.migratable) {
                then.flags.remove(.optional)
            }
        case .restart: settleRestart(first, then)
        default: break
        }
        var changed: Changed = []
        if oldThen != then.flags {
            changed.insert(.then)
            if then.resource?.parent != nil { update(then) }
        }
        if oldFirst != first.flags { changed.insert(.first) }
        return changed
    }

    private func settleAsymmetric(_ first: PlannedAction, _ then: PlannedAction) {
        guard let resource = then.resource, !first.isRunnable else { return }
        let role = resource.currentRole
        if role == .stopped, then.task == .stop { return }
        if role >= .started, then.isOptional, then.task == .start, resource.runningOn.count == 1,
            then.node === resource.runningOn[0]
        {
            return
        }
        then.flags.subtract([.optional, .runnable])
    }

    private func settleImpliedFirst(
        _ first: PlannedAction, _ then: PlannedAction, _ flags: ActionFlags
    ) {
        guard !then.isOptional else { return }
        if !flags.contains(.optional) { first.flags.remove(.optional) }
        if flags.contains(.migratable), !then.flags.contains(.migratable) {
            first.flags.remove(.migratable)
        }
    }

    private func settlePromoted(_ first: PlannedAction, _ then: PlannedAction) {
        guard then.resource?.role == .promoted, !then.isOptional else { return }
        first.flags.remove(.optional)
        if !then.flags.contains(.migratable) { first.flags.remove(.migratable) }
    }

    private func settleMigratable(_ first: PlannedAction, _ then: PlannedAction) {
        if !then.flags.isSuperset(of: [.migratable, .runnable]) { first.flags.remove(.runnable) }
        if !then.isOptional { first.flags.remove(.optional) }
    }

    /// A start that is needed, or that cannot be, takes the stop with it.
    private func settleRestart(_ first: PlannedAction, _ then: PlannedAction) {
        let isNeeded = !then.isOptional
        let isStuck =
            !then.isRunnable && (then.resource?.isManaged ?? false)
            && first.resource === then.resource
        guard isNeeded || isStuck else { return }
        if first.isRunnable || !then.isOptional { first.flags.remove(.optional) }
        if !then.flags.contains(.migratable) { first.flags.remove(.migratable) }
        if !first.isOptional, !first.isRunnable { then.flags.remove(.runnable) }
    }
}
