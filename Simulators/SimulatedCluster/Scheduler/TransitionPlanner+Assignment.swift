extension TransitionPlanner {
    /// Gives a resource its node, after all that it depends on.
    @discardableResult
    func assign(_ resource: ScheduledResource, prefer: SchedulerNode? = nil) -> SchedulerNode? {
        switch resource.variant {
        case .primitive: return assignPrimitive(resource, prefer: prefer)
        case .group: return assignGroup(resource, prefer: prefer)
        case .clone:
            assignClone(resource, prefer: prefer)
            return nil
        }
    }

    private func assignPrimitive(
        _ resource: ScheduledResource, prefer: SchedulerNode?
    ) -> SchedulerNode? {
        if let parent = resource.parent, !parent.flags.contains(.assigning) {
            assign(parent, prefer: prefer)
        }
        guard resource.isProvisional else { return resource.assigned }
        guard !resource.flags.contains(.assigning) else { return nil }
        resource.flags.insert(.assigning)
        for colocation in resource.thisWith { follow(colocation, resource) }
        for colocation in resource.withThis where colocation.hasInfluence() {
            merge(colocation.dependent, colocation, into: resource, [.active])
        }
        holdBack(resource)
        if options.isFencingEnabled, !hasFencingDevice { resource.flags.remove(.managed) }
        settle(resource, prefer: prefer)
        resource.flags.remove(.assigning)
        return resource.assigned
    }

    /// Takes over where the primary is, unless that leaves nothing.
    private func follow(_ colocation: AppliedColocation, _ resource: ScheduledResource) {
        let isSoft =
            colocation.dependentRole >= .promoted
            || (colocation.score < .zero && !colocation.score.isForbidding)
        let archive = isSoft ? resource.allowed : nil
        assign(colocation.primary)
        applyForDependent(colocation, to: resource)
        if let archive, !hasAvailable(resource.allowed) { resource.allowed = archive }
    }

    private func holdBack(_ resource: ScheduledResource) {
        if resource.nextRole == .stopped {
            ban(resource)
        } else if resource.nextRole > resource.role, !state.hasQuorum,
            effectivePolicy == .freeze
        {
            resource.nextRole = resource.role
        }
    }

    private func settle(_ resource: ScheduledResource, prefer: SchedulerNode?) {
        if !resource.isManaged {
            resource.nextRole = resource.role
            finalize(resource, on: resource.currentNode, isForced: true)
        } else if options.stopsAllResources {
            finalize(resource, on: nil, isForced: true)
        } else if resource.isProvisional {
            assignBest(resource, prefer: prefer)
        }
    }

    private func assignBest(_ resource: ScheduledResource, prefer: SchedulerNode?) {
        let sorted = sortedNodes(resource.allowed, active: resource.currentNode)
        guard let best = sorted.first, let bestScore = resource.score(on: best) else {
            finalize(resource, on: nil, isForced: false)
            return
        }
        if let prefer, let score = resource.score(on: prefer), score >= bestScore,
            prefer.isAvailable, score >= .zero
        {
            finalize(resource, on: prefer, isForced: false)
            return
        }
        var chosen = best
        let isUniqueInstance = resource.parent.map { $0.variant == .clone && $0.isUnique } ?? false
        if !isUniqueInstance, bestScore > .zero, best.isAvailable,
            let running = resource.currentNode, running.isAvailable, running.score >= .zero
        {
            let equals = sorted.prefix { resource.score(on: $0) == bestScore }
            if equals.contains(where: { $0 === running }) { chosen = running }
        }
        finalize(resource, on: chosen, isForced: false)
    }

    /// - Parameter isForced: whether scores and the node's state do not matter.
    func finalize(_ resource: ScheduledResource, on node: SchedulerNode?, isForced: Bool) {
        var chosen = node
        let score = node.flatMap { resource.score(on: $0) ?? $0.score } ?? .zero
        if !isForced, let node, score < .zero || !node.isAvailable {
            resource.nextRole = .stopped
            chosen = nil
        }
        unassign(resource)
        resource.flags.remove(.provisional)
        guard let chosen else {
            resource.nextRole = .stopped
            for action in resource.actions {
                if action.task == .stop { action.flags.remove(.optional) }
                if action.task == .start { action.flags.remove(.runnable) }
                if action.key.interval != .zero { action.flags.remove(.runnable) }
            }
            return
        }
        resource.assigned = chosen
        resource.assignedScore = score
        chosen.assigned += 1
        resource.allowed[chosen.index]?.count += 1
    }

    func unassign(_ resource: ScheduledResource) {
        guard let old = resource.assigned else { return }
        resource.flags.insert(.provisional)
        resource.assigned = nil
        old.assigned -= 1
    }

    /// Takes every part's node away.
    ///
    /// - Returns: whether any had one.
    @discardableResult
    func withdraw(_ resource: ScheduledResource) -> Bool {
        if resource.children.isEmpty {
            let had = resource.assigned != nil
            finalize(resource, on: nil, isForced: true)
            return had
        }
        return resource.children.reduce(false) { withdraw($1) || $0 }
    }

    /// The best first: by score, then by how little they have, then the present one, then by name.
    func sortedNodes(_ allowed: [Candidate?], active: SchedulerNode?) -> [SchedulerNode] {
        let known = nodes.filter { allowed[$0.index] != nil }
        return known.listSorted { one, other in
            let left = usable(one, allowed)
            let right = usable(other, allowed)
            if left != right { return left > right ? -1 : 1 }
            if options.placement != .minimal {
                if one.assigned != other.assigned { return one.assigned < other.assigned ? -1 : 1 }
                if let active, active === one { return -1 }
                if let active, active === other { return 1 }
            }
            return one.name < other.name ? -1 : 1
        }
    }

    private func usable(_ node: SchedulerNode, _ allowed: [Candidate?]) -> Score {
        node.isAvailable ? allowed[node.index]?.score ?? .minusInfinity : .minusInfinity
    }

    func hasAvailable(_ allowed: [Candidate?]) -> Bool {
        nodes.contains { node in
            node.isAvailable && (allowed[node.index].map { $0.score >= .zero } ?? false)
        }
    }

    private func assignGroup(
        _ group: ScheduledResource, prefer: SchedulerNode?
    ) -> SchedulerNode? {
        guard group.isProvisional else { return group.assigned }
        guard !group.flags.contains(.assigning) else { return nil }
        guard let first = group.children.first else {
            group.flags.remove(.provisional)
            return nil
        }
        group.flags.insert(.assigning)
        group.role = first.role
        handDownColocations(of: group)
        var node: SchedulerNode?
        for member in group.children {
            let given = assign(member, prefer: prefer)
            if node == nil { node = given }
        }
        group.nextRole = first.nextRole
        group.flags.subtract([.assigning, .provisional])
        return isColocated(group) ? node : nil
    }

    /// A group goes where its first member goes, and what follows it follows its last.
    private func handDownColocations(of group: ScheduledResource) {
        guard let first = group.children.first, let last = group.children.last else { return }
        for colocation in group.thisWith { addThisWith(colocation, to: first) }
        var anyUnmanaged = !first.isManaged
        for member in group.children.dropFirst() {
            if anyUnmanaged {
                for colocation in group.thisWith where colocation.score == .infinity {
                    addThisWith(colocation, to: member)
                }
            } else if !member.isManaged {
                anyUnmanaged = true
            }
        }
        group.thisWith = []
        for colocation in group.withThis { addWithThis(colocation, to: last) }
        group.withThis = []
    }
}
