extension TransitionPlanner {
    func assignClone(_ clone: ScheduledResource, prefer: SchedulerNode?) {
        guard clone.isProvisional, !clone.flags.contains(.assigning) else { return }
        if clone.isPromotable { addPromotionScores(clone) }
        clone.flags.insert(.assigning)
        for colocation in clone.thisWith { assign(colocation.primary, prefer: prefer) }
        for colocation in clone.withThis where colocation.hasInfluence() {
            merge(colocation.dependent, colocation, into: clone, [.active, .nonnegative])
        }
        clone.children = clone.children.listSorted { self.instanceOrder($0, $1) }
        distribute(clone)
        if clone.isPromotable { setRoles(clone) }
        clone.flags.subtract([.provisional, .assigning])
    }

    private func distribute(_ clone: ScheduledResource) {
        for index in clone.allowed.indices { clone.allowed[index]?.count = 0 }
        let available = nodes.count { clone.allowed[$0.index] != nil && $0.isAvailable }
        let takesAll = clone.cloneMax < available
        let optimum = max(1, available > 0 ? clone.cloneMax / available : 0)
        var given = 0
        for instance in clone.children where given < clone.cloneMax {
            guard !instance.runningOn.isEmpty, instance.isProvisional, !instance.isFailed,
                let node = instance.currentNode, node.isAvailable, node.score >= .zero
            else { continue }
            if let known = clone.allowed[node.index], known.count >= optimum { continue }
            if assignInstance(instance, of: clone, prefer: node, takesAll) { given += 1 }
        }
        for instance in clone.children where instance.isProvisional {
            if given >= clone.cloneMax {
                ban(instance)
            } else if assignInstance(instance, of: clone, prefer: nil, takesAll) {
                given += 1
            }
        }
    }

    /// - Returns: whether it got a node; only the preferred one, if there is one.
    private func assignInstance(
        _ instance: ScheduledResource, of clone: ScheduledResource, prefer: SchedulerNode?,
        _ takesAll: Bool
    ) -> Bool {
        guard instance.isProvisional else { return instance.assignedNode != nil }
        guard !instance.flags.contains(.assigning) else { return false }
        handDownColocations(of: clone, to: instance, takesAll)
        if let prefer, instance.score(on: prefer).map({ $0 < .zero }) ?? true { return false }
        for node in nodes where instance.allowed[node.index] != nil {
            limit(instance, of: clone, on: node)
        }
        let backup = instance.allowed
        let chosen = assign(instance, prefer: prefer)
        if let chosen, let prefer, chosen !== prefer {
            instance.allowed = backup
            unassign(instance)
            return false
        }
        guard let chosen else { return false }
        clone.allowed[chosen.index]?.count += 1
        return true
    }

    private func handDownColocations(
        of clone: ScheduledResource, to instance: ScheduledResource, _ takesAll: Bool
    ) {
        for colocation in clone.thisWith
        where takesAll || colocation.score < .zero || colocation.score == .infinity {
            addThisWith(colocation, to: instance)
        }
        for colocation in clone.withThis where colocation.hasInfluence(on: instance) {
            if takesAll || colocation.score < .zero { addWithThis(colocation, to: instance) }
        }
    }

    /// Rules out nodes that have as many instances as they may.
    private func limit(
        _ instance: ScheduledResource, of clone: ScheduledResource, on node: SchedulerNode
    ) {
        guard node.isAvailable, !instance.isOrphan, let known = clone.allowed[node.index] else {
            lower(instance, on: node, by: .minusInfinity)
            return
        }
        if known.score < .zero { lower(instance, on: node, by: known.score) }
        if known.score < .zero || known.count >= clone.cloneNodeMax {
            lower(instance, on: node, by: .minusInfinity)
        }
    }

    private func lower(_ resource: ScheduledResource, on node: SchedulerNode, by score: Score) {
        resource.allowed[node.index]?.score += score
        for child in resource.children { lower(child, on: node, by: score) }
    }

    // MARK: The order of instances

    /// Below zero if the first is given a node first.
    func instanceOrder(_ one: ScheduledResource, _ other: ScheduledResource) -> Int {
        var (left, right) = (one.currentNode, other.currentNode)
        let (count, otherCount) = (one.runningOn.count, other.runningOn.count)
        if count > 0, otherCount > 0, count != otherCount { return count < otherCount ? -1 : 1 }
        let isAllowed = dropForbidden(&left, for: one)
        let isOtherAllowed = dropForbidden(&right, for: other)
        if isAllowed != isOtherAllowed { return isAllowed ? -1 : 1 }
        if one.priority != other.priority { return one.priority > other.priority ? -1 : 1 }
        guard let left, let right else { return left == nil ? (right == nil ? 0 : 1) : -1 }
        return activeOrder((one, left), (other, right))
    }

    private func activeOrder(
        _ one: (instance: ScheduledResource, node: SchedulerNode),
        _ other: (instance: ScheduledResource, node: SchedulerNode)
    ) -> Int {
        if one.node.isAvailable != other.node.isAvailable { return one.node.isAvailable ? -1 : 1 }
        let left = topCandidate(one.instance, on: one.node)
        let right = topCandidate(other.instance, on: other.node)
        guard let left, let right else { return left == nil ? (right == nil ? 0 : 1) : -1 }
        if left.count != right.count { return left.count < right.count ? -1 : 1 }
        let hasFailed = one.instance.isFlaggedDeep(.failed)
        let hasOtherFailed = other.instance.isFlaggedDeep(.failed)
        if hasFailed != hasOtherFailed { return hasFailed ? 1 : -1 }
        let wish = wished(one.instance, on: one.node)
        let otherWish = wished(other.instance, on: other.node)
        if wish != otherWish { return wish > otherWish ? -1 : 1 }
        return number(of: one.instance) - number(of: other.instance)
    }

    private func dropForbidden(
        _ node: inout SchedulerNode?, for instance: ScheduledResource
    ) -> Bool {
        guard let there = node else { return true }
        if let score = instance.score(on: there), score >= .zero { return true }
        node = nil
        return false
    }

    func topCandidate(_ resource: ScheduledResource, on node: SchedulerNode) -> Candidate? {
        (resource.parent ?? resource).allowed[node.index]
    }

    func number(of instance: ScheduledResource) -> Int {
        let text = instance.id.text
        guard let colon = text.lastIndex(of: ":") else { return 0 }
        return Int(text[text.index(after: colon)...]) ?? 0
    }

    /// What its clone's colocations say of where an instance is.
    private func wished(_ instance: ScheduledResource, on node: SchedulerNode) -> Score {
        guard let clone = instance.parent else { return .zero }
        var table: [Candidate?] = nodes.map { _ in nil }
        table[node.index] = Candidate(score: node.score)
        for colocation in clone.thisWith {
            merge(
                colocation.primary, into: &table, colocation.attribute,
                factor: colocation.factor, [])
        }
        for colocation in clone.withThis where colocation.hasInfluence(on: instance) {
            merge(
                colocation.dependent, into: &table, colocation.attribute,
                factor: colocation.factor, [.nonnegative])
        }
        return table[node.index]?.score ?? .zero
    }
}
