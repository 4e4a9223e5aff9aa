extension TransitionPlanner {
    /// What agents say of how fit a node is to be promoted counts for placement too.
    func addPromotionScores(_ clone: ScheduledResource) {
        guard clone.flags.insert(.promotionScoresAdded).inserted else { return }
        for instance in clone.children {
            for node in nodes where node.isAvailable && instance.allowed[node.index] != nil {
                let score = promotionScore(of: instance, on: node).score
                if score > .zero { instance.allowed[node.index]?.score += score }
                if score.value > instance.priority { instance.priority = score.value }
            }
        }
    }

    private func promotionScore(
        of resource: ScheduledResource, on node: SchedulerNode
    ) -> (score: Score, isSet: Bool) {
        guard resource.children.isEmpty else {
            return resource.children.reduce((score: .zero, isSet: false)) { sum, child in
                let one = promotionScore(of: child, on: node)
                return (Score(sum.score.value + one.score.value), sum.isSet || one.isSet)
            }
        }
        guard promotionScoreApplies(to: resource, on: node) else { return (.zero, false) }
        let name = resource.cloneName ?? resource.id
        var value = node.attributes["master-\(name)"]
        if value == nil, !resource.isUnique { value = node.attributes["master-\(name.base)"] }
        if value == nil, !resource.isUnique {
            value = node.attributes["master-\(resource.id.base)"]
        }
        return value.map { (Score(text: $0), true) } ?? (.zero, false)
    }

    private func promotionScoreApplies(
        to resource: ScheduledResource, on node: SchedulerNode
    ) -> Bool {
        let isAllowed = resource.score(on: node).map { $0 >= .zero } ?? false
        if !resource.isUnique {
            let clone = resource.top
            let base = resource.definition.id
            let members = clone.children.compactMap { $0.member(base) }
            let active = members.first { one in one.runningOn.contains { $0 === node } }
            if active === resource { return isAllowed }
            if active == nil, members.contains(where: { $0.knownOn.contains(node.index) }) {
                return isAllowed
            }
        }
        if resource.runningOn.isEmpty, resource.knownOn.isEmpty { return isAllowed }
        let isKnown =
            resource.knownOn.contains(node.index)
            || resource.runningOn.contains { $0 === node }
        return isKnown && isAllowed
    }

    /// Says which instances will be promoted.
    func setRoles(_ clone: ScheduledResource) {
        for index in clone.allowed.indices { clone.allowed[index]?.count = 0 }
        for instance in clone.children { setPriority(of: instance, in: clone) }
        sortForPromotion(clone)
        var promoted = 0
        for instance in clone.children {
            var chosen: SchedulerNode?
            if instance.sortIndex >= .zero, promoted < clone.promotedMax || !clone.isManaged {
                chosen = promotionNode(of: instance)
            }
            let isFrozen =
                instance.role < .promoted && !state.hasQuorum && effectivePolicy == .freeze
            if let chosen, !isFrozen {
                clone.allowed[chosen.index]?.count += 1
                promote(instance)
                promoted += 1
            } else {
                leaveUnpromoted(instance)
            }
        }
    }

    private func setPriority(of instance: ScheduledResource, in clone: ScheduledResource) {
        if instance.currentRole == .started { markUnpromoted(instance) }
        let places = instance.assignedNodes
        guard let chosen = places.first, instance.assignedNode != nil else { return }
        let next = instance.plannedRole
        switch next {
        case .started, .unknown:
            let (score, isSet) = promotionScore(of: instance, on: chosen)
            instance.priority = isSet ? score.value : -1
        case .unpromoted, .stopped: instance.priority = Score.minusInfinity.value
        case .promoted: break
        }
        for location in instance.locations + clone.locations where location.role == .promoted {
            for (node, score) in location.scores where node === chosen {
                instance.priority = (Score(instance.priority) + score).value
            }
        }
        for colocation in instance.thisWith { applyForDependent(colocation, to: instance) }
        instance.sortIndex = next == .promoted ? .infinity : Score(instance.priority)
    }

    private func markUnpromoted(_ resource: ScheduledResource) {
        if resource.role == .started { resource.role = .unpromoted }
        for child in resource.children { markUnpromoted(child) }
    }

    private func sortForPromotion(_ clone: ScheduledResource) {
        guard clone.flags.insert(.promotionSorted).inserted else { return }
        clone.flags.insert(.merging)
        for instance in clone.children where instance.sortIndex >= .zero {
            if let node = instance.assignedNode {
                clone.allowed[node.index]?.score += instance.sortIndex
            }
        }
        for colocation in clone.thisWith where colocation.dependentRole == .promoted {
            let options: MergeOptions = colocation.score < .infinity ? [.active] : []
            merge(colocation.primary, colocation, into: clone, options)
        }
        for colocation in clone.withThis
        where colocation.primaryRole == .promoted && colocation.hasInfluence() {
            merge(colocation.dependent, colocation, into: clone, [.active, .nonnegative])
        }
        for instance in clone.children { settleSortIndex(of: instance, in: clone) }
        clone.children = clone.children.listSorted { self.promotionOrder($0, $1) }
        clone.flags.remove(.merging)
    }

    private func settleSortIndex(of instance: ScheduledResource, in clone: ScheduledResource) {
        if !instance.isManaged, instance.nextRole == .promoted {
            instance.sortIndex = .infinity
        } else if let node = instance.assignedNode, instance.sortIndex >= .zero,
            let candidate = clone.allowed[node.index]
        {
            instance.sortIndex = candidate.score
        }
    }

    private func promotionOrder(_ one: ScheduledResource, _ other: ScheduledResource) -> Int {
        if one.sortIndex != other.sortIndex { return one.sortIndex > other.sortIndex ? -1 : 1 }
        let (left, right) = (one.currentRole, other.currentRole)
        if left != right { return left > right ? -1 : 1 }
        return instanceOrder(one, other)
    }

    /// Where an instance can be promoted; nil if it cannot.
    private func promotionNode(of resource: ScheduledResource) -> SchedulerNode? {
        for child in resource.children where promotionNode(of: child) == nil { return nil }
        guard let node = resource.assignedNode else { return nil }
        if !resource.isManaged {
            guard resource.currentRole == .promoted else { return nil }
        } else if resource.priority < 0 || !node.isAvailable {
            return nil
        }
        guard let candidate = resource.top.allowed[node.index] else { return nil }
        if candidate.count >= resource.top.promotedNodeMax, resource.isManaged { return nil }
        return node
    }

    private func promote(_ resource: ScheduledResource) {
        if resource.nextRole == .unknown { resource.nextRole = .promoted }
        for child in resource.children { promote(child) }
    }

    private func leaveUnpromoted(_ resource: ScheduledResource) {
        resource.nextRole = resource.assignedNodes.isEmpty ? .stopped : .unpromoted
        for child in resource.children { leaveUnpromoted(child) }
    }
}
