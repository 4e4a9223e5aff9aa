extension TransitionPlanner {
    /// What is in the nature of a resource: a stop comes before a start, members follow each other.
    func addInternalConstraints(_ resource: ScheduledResource) {
        switch resource.variant {
        case .primitive: constrainPrimitive(resource)
        case .group: constrainGroup(resource)
        case .clone: constrainClone(resource)
        }
    }

    private func constrainPrimitive(_ resource: ScheduledResource) {
        guard resource.isManaged else { return }
        order(resource, .stop, resource, .start, [.optional, .impliesThen, .restart])
        if resource.top.isPromotable || resource.role > .unpromoted {
            order(resource, .demote, resource, .stop, [.promotedImpliesFirst])
            order(resource, .start, resource, .promote, [.runnableLeft])
        }
        order(resource, .delete, resource, .monitor, [.sameNode, .thenCancelsFirst])
    }

    private func constrainGroup(_ group: ScheduledResource) {
        order(group, .stop, group, .stopped, .runnableLeft)
        order(group, .stopped, group, .start, .optional)
        order(group, .start, group, .started, .runnableLeft)
        var previous: ScheduledResource?
        var lastActive: ScheduledResource?
        for member in group.children {
            addInternalConstraints(member)
            constrain(member, of: group, after: previous)
            if !member.runningOn.isEmpty {
                if isOrdered(group), let previous, previous.runningOn.isEmpty, let lastActive {
                    order(member, .stop, lastActive, .stop, .optional)
                }
                lastActive = member
            }
            previous = member
        }
    }

    private func constrain(
        _ member: ScheduledResource, of group: ScheduledResource,
        after previous: ScheduledResource?
    ) {
        var down: OrderFlags = .showsFirst
        var pastDown: OrderFlags = .showsThen
        if previous == nil, isOrdered(group) {
            down.insert(.optional)
            pastDown = .impliesThen
        } else if let previous, isColocated(group) {
            colocate(
                AppliedColocation(
                    member, with: previous, score: .infinity, dependentRole: nil,
                    primaryRole: nil, attribute: nil,
                    influence: member.flags.contains(.critical)))
        }
        let past: OrderFlags = [.runnableLeft, .impliesThen, .showsThen]
        if group.top.isPromotable {
            order(group, .demote, member, .demote, down)
            order(member, .demote, group, .demoted, pastDown)
            order(member, .promote, group, .promoted, past)
            order(group, .promote, member, .promote, .showsFirst)
        }
        order(group, .stop, member, .stop, down)
        order(member, .stop, group, .stopped, pastDown)
        order(group, .start, member, .start, .showsFirst)
        order(member, .start, group, .started, past)
        chain(member, of: group, after: previous)
    }

    /// Starts go up a group, and stops down.
    private func chain(
        _ member: ScheduledResource, of group: ScheduledResource,
        after previous: ScheduledResource?
    ) {
        let isPromotable = group.top.isPromotable
        guard isOrdered(group) else {
            let together: OrderFlags = [.impliesThen, .runnableLeft, .showsFirst]
            order(group, .start, member, .start, together)
            if isPromotable { order(group, .promote, member, .promote, together) }
            return
        }
        guard let previous else { return }
        order(previous, .start, member, .start, [.impliesThen, .runnableLeft])
        order(member, .stop, previous, .stop, [.optional, .restart])
        if isPromotable {
            order(previous, .promote, member, .promote, [.impliesThen, .runnableLeft])
            order(member, .demote, previous, .demote, .optional)
        }
    }

    private func constrainClone(_ clone: ScheduledResource) {
        order(clone, .stopped, clone, .start, .optional)
        order(clone, .start, clone, .started, .runnableLeft)
        order(clone, .stop, clone, .stopped, .runnableLeft)
        if clone.isPromotable {
            order(clone, .demoted, clone, .stop, .optional)
            order(clone, .started, clone, .promote, .runnableLeft)
        }
        let isOrdered = clone.meta.isTrue(.ordered)
        if isOrdered { sortByNumber(clone) }
        var last: ScheduledResource?
        for instance in clone.children {
            addInternalConstraints(instance)
            order(clone, .start, instance, .start, [.runnableLeft, .showsFirst])
            order(instance, .start, clone, .started, .showsThen)
            if isOrdered, let last { order(last, .start, instance, .start, .optional) }
            order(clone, .stop, instance, .stop, .showsFirst)
            order(instance, .stop, clone, .stopped, .showsThen)
            if isOrdered, let last { order(instance, .stop, last, .stop, .optional) }
            last = instance
        }
        if clone.isPromotable { constrainPromotion(clone, isOrdered: isOrdered) }
    }

    func sortByNumber(_ clone: ScheduledResource) {
        clone.children = clone.children.listSorted { self.number(of: $0) - self.number(of: $1) }
    }

    private func constrainPromotion(_ clone: ScheduledResource, isOrdered: Bool) {
        order(clone, .stopped, clone, .promote, .optional)
        order(clone, .demoted, clone, .start, .optional)
        order(clone, .demoted, clone, .promote, .optional)
        order(clone, .started, clone, .promote, .optional)
        order(clone, .demote, clone, .demoted, .optional)
        var last: ScheduledResource?
        for instance in clone.children {
            order(instance, .demote, instance, .promote, .optional)
            order(clone, .promote, instance, .promote, .optional)
            order(instance, .promote, clone, .promoted, .optional)
            if isOrdered, let last { order(last, .promote, instance, .promote, .optional) }
            order(clone, .demote, instance, .demote, .showsFirst)
            order(instance, .demote, clone, .demoted, .showsThen)
            if isOrdered, let last { order(instance, .demote, last, .demote, .optional) }
            last = instance
        }
    }
}
