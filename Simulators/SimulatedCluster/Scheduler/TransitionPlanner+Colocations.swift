extension TransitionPlanner {
    func unpack(_ constraint: ColocationConstraint) {
        switch constraint.subject {
        case .pair(let dependent, let primary):
            guard let dependent = constrained(dependent), let primary = constrained(primary)
            else { return }
            colocate(
                dependent, with: primary, constraint, score: constraint.score,
                roles: (constraint.dependentRole, constraint.primaryRole))
        case .sets(let sets):
            var last: ResourceSet?
            for set in sets {
                colocate(within: set, constraint)
                if let last { colocate(last, with: set, constraint) }
                last = set
            }
        }
    }

    private func colocate(
        _ dependent: ScheduledResource, with primary: ScheduledResource,
        _ constraint: ColocationConstraint, score: Score,
        roles: (dependent: ResourceRole?, primary: ResourceRole?)
    ) {
        let influence = constraint.influence ?? dependent.flags.contains(.critical)
        colocate(
            AppliedColocation(
                dependent, with: primary, score: score, dependentRole: roles.dependent,
                primaryRole: roles.primary, attribute: constraint.nodeAttribute,
                influence: influence))
    }

    func colocate(_ colocation: AppliedColocation) {
        guard colocation.score != .zero else { return }
        addThisWith(colocation, to: colocation.dependent)
        addWithThis(colocation, to: colocation.primary)
        guard colocation.score.isForbidding else { return }
        let one = (colocation.dependent, colocation.dependentRole)
        let other = (colocation.primary, colocation.primaryRole)
        orderApart(one, other)
        orderApart(other, one)
    }

    func addThisWith(_ colocation: AppliedColocation, to resource: ScheduledResource) {
        resource.thisWith.insert(colocation) { Self.precedence($0.primary, $1.primary) }
    }

    func addWithThis(_ colocation: AppliedColocation, to resource: ScheduledResource) {
        resource.withThis.insert(colocation) { Self.precedence($0.dependent, $1.dependent) }
    }

    /// Below zero if the first comes first.
    private static func precedence(_ one: ScheduledResource, _ other: ScheduledResource) -> Int {
        if one.priority != other.priority { return one.priority > other.priority ? -1 : 1 }
        if one.variant != other.variant { return one.variant > other.variant ? -1 : 1 }
        if one.variant == .clone, one.isPromotable != other.isPromotable {
            return one.isPromotable ? -1 : 1
        }
        return one.id == other.id ? 0 : (one.id < other.id ? -1 : 1)
    }

    /// What must not be together leaves before the other comes.
    private func orderApart(
        _ first: (ScheduledResource, ResourceRole), _ then: (ScheduledResource, ResourceRole)
    ) {
        let leaving: [OperationTask] =
            switch first.1 {
            case .promoted: [.demote]
            case .unpromoted: [.stop, .promote]
            default: [.stop]
            }
        let coming: [OperationTask] =
            switch then.1 {
            case .promoted: [.promote]
            case .unpromoted: [.start, .demote]
            default: [.start]
            }
        for task in leaving {
            for other in coming { order(first.0, task, then.0, other, .antiColocation) }
        }
    }

    private func colocate(within set: ResourceSet, _ constraint: ColocationConstraint) {
        let score = set.score ?? constraint.score
        guard score != .zero, set.isSequential ?? true else { return }
        let roles = (dependent: set.role, primary: set.role)
        let members = set.resources.compactMap(constrained)
        guard members.count == set.resources.count else { return }
        if score > .zero {
            for (one, other) in zip(members, members.dropFirst()) {
                let pair = set.isListed ? (one, other) : (other, one)
                colocate(pair.0, with: pair.1, constraint, score: score, roles: roles)
            }
            return
        }
        for (index, one) in members.enumerated() {
            for other in members[..<index] {
                colocate(one, with: other, constraint, score: score, roles: roles)
            }
        }
    }

    private func colocate(
        _ first: ResourceSet, with second: ResourceSet, _ constraint: ColocationConstraint
    ) {
        let dependents = first.resources.compactMap(constrained)
        let primaries = second.resources.compactMap(constrained)
        guard dependents.count == first.resources.count,
            primaries.count == second.resources.count
        else { return }
        let left = first.isSequential ?? true ? Array(dependents.prefix(1)) : dependents
        let right = second.isSequential ?? true ? Array(primaries.suffix(1)) : primaries
        for dependent in left {
            for primary in right {
                colocate(
                    dependent, with: primary, constraint, score: constraint.score,
                    roles: (first.role, second.role))
            }
        }
    }
}
