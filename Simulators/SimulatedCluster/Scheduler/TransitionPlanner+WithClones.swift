extension TransitionPlanner {
    /// Brings a colocation with a clone to bear.
    func applyClone(
        _ colocation: AppliedColocation, to dependent: ScheduledResource,
        with clone: ScheduledResource
    ) {
        if clone.isPromotable {
            guard !clone.isProvisional else { return }
            if colocation.primaryRole != .unknown {
                if dependent.isProvisional {
                    follow(clone, dependent, colocation)
                    return
                }
                if colocation.dependentRole == .promoted {
                    raisePriority(of: dependent, with: clone, colocation)
                    return
                }
            }
        }
        guard !clone.isProvisional else { return }
        if interleaves(colocation) {
            pair(dependent, with: clone, colocation)
        } else if colocation.score >= .infinity {
            let nodes = clone.children.compactMap { instance -> (SchedulerNode, Score)? in
                guard !instance.isFlaggedDeep(.blocked), let node = instance.assignedNode else {
                    return nil
                }
                return (node, .zero)
            }
            keepOnly(nodes, of: dependent)
        } else {
            for instance in clone.children { apply(colocation, to: dependent, with: instance) }
        }
    }

    private func interleaves(_ colocation: AppliedColocation) -> Bool {
        let (dependent, primary) = (colocation.dependent, colocation.primary)
        return dependent.variant == .clone && dependent.meta.isTrue(.interleave)
            && dependent.cloneNodeMax == primary.cloneNodeMax
    }

    private func pair(
        _ dependent: ScheduledResource, with clone: ScheduledResource,
        _ colocation: AppliedColocation
    ) {
        if let partner = partner(of: dependent, in: clone, role: .unknown, isCurrent: false) {
            // The pair counts, not the clones.
            if dependent.variant == .group {
                if let first = dependent.children.first {
                    apply(colocation, to: first, with: partner)
                }
            } else {
                apply(colocation, to: dependent, with: partner)
            }
        } else if colocation.score >= .infinity {
            withdraw(dependent)
        }
    }

    /// The instance of a clone that is, or will be, where `instance` is.
    func partner(
        of instance: ScheduledResource, in clone: ScheduledResource, role: ResourceRole,
        isCurrent: Bool
    ) -> ScheduledResource? {
        let place = isCurrent ? instance.onlyActiveNode : instance.assignedNode
        if let place { return partner(on: place, in: clone, role: role, isCurrent: isCurrent) }
        for node in sortedNodes(instance.allowed, active: nil) {
            let found = partner(on: node, in: clone, role: role, isCurrent: isCurrent)
            if let found { return found }
        }
        return nil
    }

    private func partner(
        on node: SchedulerNode, in clone: ScheduledResource, role: ResourceRole, isCurrent: Bool
    ) -> ScheduledResource? {
        clone.children.first { child in
            guard !child.isFlaggedDeep(.blocked) else { return false }
            let actual = isCurrent ? child.currentRole : child.plannedRole
            let place = isCurrent ? child.onlyActiveNode : child.assignedNode
            return (role == .unknown || role == actual) && place === node
        }
    }

    /// Forbids all nodes but these, and adds their scores.
    private func keepOnly(
        _ places: [(node: SchedulerNode, score: Score)], of resource: ScheduledResource
    ) {
        for node in nodes {
            let place = places.first { $0.node === node }
            if place != nil, resource.allowed[node.index] == nil {
                resource.allowed[node.index] = Candidate(score: .minusInfinity)
            } else if let place {
                resource.allowed[node.index]?.score += place.score
            } else {
                resource.allowed[node.index]?.score = .minusInfinity
            }
        }
    }

    /// A dependent goes where the clone's instances have the role that it asks for.
    private func follow(
        _ clone: ScheduledResource, _ dependent: ScheduledResource,
        _ colocation: AppliedColocation
    ) {
        var places: [(node: SchedulerNode, score: Score)] = []
        for instance in clone.children {
            guard let place = instance.assignedNode,
                instance.plannedRole == colocation.primaryRole
            else { continue }
            if colocation.score < .infinity {
                for node in nodes where isLike(node, place, colocation.attribute) {
                    dependent.allowed[node.index]?.score += colocation.score
                }
            }
            places.append((place, instance.primitives.first?.assignedScore ?? .zero))
        }
        let areBothPromoted =
            colocation.dependentRole == .promoted && colocation.primaryRole == .promoted
        if colocation.score >= .infinity, !areBothPromoted { keepOnly(places, of: dependent) }
    }

    private func raisePriority(
        of dependent: ScheduledResource, with clone: ScheduledResource,
        _ colocation: AppliedColocation
    ) {
        let found = partner(
            of: dependent, in: clone, role: colocation.primaryRole, isCurrent: false)
        if found != nil {
            dependent.priority = (Score(dependent.priority) + colocation.score).value
        } else if colocation.score >= .infinity {
            dependent.priority = Score.minusInfinity.value
        }
    }
}
