extension TransitionPlanner {
    /// How preferences of what is colocated are passed on.
    struct MergeOptions: OptionSet {
        let rawValue: Int
        /// They count only where they leave a node that can be used.
        static let active = MergeOptions(rawValue: 1)
        /// No node becomes impossible by them.
        static let nonnegative = MergeOptions(rawValue: 2)
    }

    /// What one resource's colocation does to another.
    enum Effect {
        case nothing, role, location
    }

    /// Adds what one side of a colocation would like of nodes to what another resource would.
    func merge(
        _ side: ScheduledResource, _ colocation: AppliedColocation,
        into resource: ScheduledResource, _ options: MergeOptions
    ) {
        // What is merged may look at the resource itself.
        var allowed = resource.allowed
        merge(side, into: &allowed, colocation.attribute, factor: colocation.factor, options)
        resource.allowed = allowed
    }

    /// Adds what `resource`, and all that follows it, would like of nodes, scaled by `factor`.
    func merge(
        _ resource: ScheduledResource, into allowed: inout [Candidate?], _ attribute: String?,
        factor: Float, _ options: MergeOptions
    ) {
        guard !resource.flags.contains(.merging) else { return }
        resource.flags.insert(.merging)
        defer { resource.flags.remove(.merging) }
        var work = allowed
        if resource.variant == .group {
            guard let first = resource.children.first else { return }
            merge(first, into: &work, attribute, factor: factor, options)
        } else {
            addScores(of: resource, to: &work, attribute, factor: factor, options)
        }
        if hasAvailable(work) {
            mergeFollowers(of: resource, into: &work, isOpposed: factor < 0, options)
        } else if options.contains(.active) {
            return
        }
        if options.contains(.nonnegative) {
            for index in work.indices where work[index]?.score == .excluded {
                work[index]?.score = Score(1)
            }
        }
        allowed = work
    }

    private func mergeFollowers(
        of resource: ScheduledResource, into work: inout [Candidate?], isOpposed: Bool,
        _ options: MergeOptions
    ) {
        let followed = resource.variant == .group ? resource.children.last : resource
        for colocation in followed?.withThis ?? [] where colocation.hasInfluence() {
            merge(
                colocation.dependent, into: &work, colocation.attribute,
                factor: (isOpposed ? -1 : 1) * colocation.factor, options.union(.active))
        }
    }

    private func addScores(
        of resource: ScheduledResource, to work: inout [Candidate?], _ attribute: String?,
        factor: Float, _ options: MergeOptions
    ) {
        for node in nodes {
            guard let candidate = work[node.index], candidate.score != .excluded else { continue }
            let score = bestScore(of: resource, attribute, like: node)
            if factor < 0, score < .zero { continue }
            let sum = candidate.score + scaled(score, by: factor)
            if options.contains(.nonnegative), sum < .zero {
                if candidate.score > .zero { work[node.index]?.score = .excluded }
                if candidate.score >= .zero { continue }
            }
            work[node.index]?.score = sum
        }
    }

    private func scaled(_ score: Score, by factor: Float) -> Score {
        let product = factor * Float(score.value)
        let rounded = Int(product < 0 ? product - 0.5 : product + 0.5)
        guard rounded == 0, score != .zero else { return Score(rounded) }
        return Score(factor > 0 ? 1 : factor < 0 ? -1 : 0)
    }

    /// The best score of any usable node that is like `node` in an attribute.
    private func bestScore(
        of resource: ScheduledResource, _ attribute: String?, like node: SchedulerNode
    ) -> Score {
        guard attribute != nil else {
            return node.isAvailable ? resource.score(on: node) ?? .minusInfinity : .minusInfinity
        }
        let value = node.value(of: attribute)
        return nodes.reduce(.minusInfinity) { best, other in
            guard other.isAvailable, let score = resource.score(on: other),
                areSame(other.value(of: attribute), value)
            else { return best }
            return max(best, score)
        }
    }

    func areSame(_ one: String?, _ other: String?) -> Bool {
        one?.lowercased() == other?.lowercased()
    }

    /// Brings a colocation to bear on its dependent, or on a part of it.
    func applyForDependent(_ colocation: AppliedColocation, to dependent: ScheduledResource) {
        guard dependent.variant == .group else {
            apply(colocation, to: dependent, with: colocation.primary)
            return
        }
        if isColocated(dependent) {
            if let first = dependent.children.first { applyForDependent(colocation, to: first) }
        } else if colocation.score < .infinity {
            for member in dependent.children { applyForDependent(colocation, to: member) }
        }
    }

    func apply(
        _ colocation: AppliedColocation, to dependent: ScheduledResource,
        with primary: ScheduledResource
    ) {
        switch primary.variant {
        case .primitive:
            switch effect(of: colocation, on: dependent, with: primary) {
            case .role: changePriority(of: dependent, with: primary, colocation)
            case .location: changeScores(of: dependent, with: primary, colocation)
            case .nothing: break
            }
        case .group: applyGroup(colocation, to: dependent, with: primary)
        case .clone: applyClone(colocation, to: dependent, with: primary)
        }
    }

    private func applyGroup(
        _ colocation: AppliedColocation, to dependent: ScheduledResource,
        with group: ScheduledResource
    ) {
        guard !group.isProvisional else { return }
        if isColocated(group) {
            let isStrict = colocation.score >= .infinity
            let member = isStrict ? group.children.last : group.children.first
            if let member { apply(colocation, to: dependent, with: member) }
        } else if colocation.score < .infinity {
            for member in group.children { apply(colocation, to: dependent, with: member) }
        }
    }

    private func effect(
        of colocation: AppliedColocation, on dependent: ScheduledResource,
        with primary: ScheduledResource
    ) -> Effect {
        guard !primary.isProvisional else { return .nothing }
        if colocation.dependentRole >= .unpromoted, let parent = dependent.parent,
            parent.isPromotable, !dependent.isProvisional
        {
            return .role
        }
        guard dependent.isProvisional else { return .nothing }
        let isTogether = colocation.score > .zero
        for (role, actual) in [
            (colocation.dependentRole, dependent.nextRole),
            (colocation.primaryRole, primary.nextRole),
        ] where role != .unknown && (role == actual) != isTogether {
            return .nothing
        }
        return .location
    }

    private func changeScores(
        of dependent: ScheduledResource, with primary: ScheduledResource,
        _ colocation: AppliedColocation
    ) {
        let score = colocation.score
        if primary.assigned == nil, score < .zero { return }
        var work = dependent.allowed
        for node in nodes where work[node.index] != nil {
            if let there = primary.assigned, isLike(node, there, colocation.attribute) {
                if score < .infinity { work[node.index]?.score += score }
            } else if primary.assigned == nil || score >= .infinity {
                work[node.index]?.score += -score
            }
        }
        let isStrict = score.isForbidding || score.isInfinite
        if isStrict || hasAvailable(work) { dependent.allowed = work }
    }

    func isLike(_ node: SchedulerNode, _ other: SchedulerNode, _ attribute: String?) -> Bool {
        attribute == nil
            ? node === other : areSame(node.value(of: attribute), other.value(of: attribute))
    }

    private func changePriority(
        of dependent: ScheduledResource, with primary: ScheduledResource,
        _ colocation: AppliedColocation
    ) {
        guard let here = dependent.assigned, let there = primary.assigned else { return }
        guard isLike(here, there, colocation.attribute) else {
            if colocation.score == .infinity, colocation.dependentRole == .promoted {
                dependent.priority = Score.minusInfinity.value
            }
            return
        }
        if colocation.primaryRole != .unknown, colocation.primaryRole != primary.nextRole {
            return
        }
        let change =
            colocation.dependentRole == .unpromoted ? -colocation.score : colocation.score
        dependent.priority = (change + Score(dependent.priority)).value
    }
}
