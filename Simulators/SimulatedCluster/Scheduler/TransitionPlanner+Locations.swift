extension TransitionPlanner {
    func unpackConstraints() {
        for constraint in state.constraints {
            switch constraint {
            case .location(let location): unpack(location)
            case .colocation(let colocation): unpack(colocation)
            case .order(let order): unpack(order)
            }
        }
    }

    /// The resource that a constraint names; an instance's base stands for its clone.
    func constrained(_ id: ResourceID) -> ScheduledResource? {
        guard let found = resourcesByID[id] ?? resourcesByID[ResourceID("\(id):0")] else {
            return nil
        }
        var one = found
        while let parent = one.parent {
            if parent.variant == .clone { return parent }
            one = parent
        }
        return found
    }

    private func unpack(_ constraint: LocationConstraint) {
        switch constraint.subject {
        case .resource(let id):
            if let resource = constrained(id) { locate(resource, constraint, role: nil, nil) }
        case .pattern(let pattern):
            for resource in matching(pattern) { locate(resource, constraint, role: nil, nil) }
        case .sets(let sets):
            for set in sets {
                for resource in set.resources.compactMap(constrained) {
                    locate(resource, constraint, role: set.role, set.score)
                }
            }
        }
    }

    private func matching(_ pattern: String) -> [ScheduledResource] {
        let isInverted = pattern.hasPrefix("!")
        guard let expression = try? Regex(String(pattern.dropFirst(isInverted ? 1 : 0))) else {
            return []
        }
        return resources.filter { $0.id.text.contains(expression) != isInverted }
    }

    private func locate(
        _ resource: ScheduledResource, _ constraint: LocationConstraint, role: ResourceRole?,
        _ score: Score?
    ) {
        if constraint.discovery == .exclusive { resource.flags.insert(.exclusiveDiscovery) }
        switch constraint.wish {
        case .node(let name, let wish):
            guard let node = node(named: name) else { return }
            add(
                AppliedLocation(
                    resource, [(node, score ?? wish)], role: role ?? constraint.role,
                    discovery: constraint.discovery))
        case .rules(let rules):
            for rule in rules { locate(resource, by: rule, constraint.discovery) }
        }
    }

    private func locate(
        _ resource: ScheduledResource, by rule: LocationRule,
        _ discovery: LocationConstraint.Discovery
    ) {
        let scores = nodes.filter { rule.condition.holds(of: $0.attributes) }.map { node in
            switch rule.worth {
            case .fixed(let score): (node: node, score: score)
            case .attribute(let name):
                (node: node, score: node.attributes[name].map(Score.init(text:)) ?? .minusInfinity)
            }
        }
        guard !scores.isEmpty else { return }
        add(AppliedLocation(resource, scores, role: rule.role, discovery: discovery))
    }

    func add(_ location: AppliedLocation) {
        locations.append(location)
        location.resource.locations.append(location)
    }

    /// Scores from constraints, from what runs where, and from what failed.
    func applyNodeCriteria() {
        for location in locations.reversed() {
            apply(location, to: location.resource, scores: location.scores)
        }
        for resource in resources { applyStickiness(resource) }
        for node in nodes {
            for resource in resources {
                applyFailureThreshold(resource, on: node)
                applyExclusiveDiscovery(resource, on: node)
            }
        }
    }

    private func apply(
        _ location: AppliedLocation, to resource: ScheduledResource,
        scores: [(node: SchedulerNode, score: Score)]
    ) {
        applyOnce(location, to: resource, scores: scores)
        // Members of a group follow the first, so that its wish counts once.
        let followers =
            isColocated(resource) ? scores.map { (node: $0.node, score: Score.zero) } : scores
        for (index, child) in resource.children.enumerated() {
            let isFollower = resource.variant == .group && index > 0
            apply(location, to: child, scores: isFollower ? followers : scores)
        }
    }

    private func applyOnce(
        _ location: AppliedLocation, to resource: ScheduledResource,
        scores: [(node: SchedulerNode, score: Score)]
    ) {
        guard location.role == .unknown || location.role == resource.nextRole else { return }
        for (node, score) in scores {
            let index = node.index
            if resource.allowed[index] == nil {
                resource.allowed[index] = Candidate(score: score)
            } else {
                resource.allowed[index]?.score += score
            }
            if let known = resource.allowed[index],
                known.discovery.rawValue < location.discovery.rawValue
            {
                if location.discovery == .exclusive {
                    resource.flags.insert(.exclusiveDiscovery)
                }
                resource.allowed[index]?.discovery = location.discovery
            }
        }
    }

    func isColocated(_ group: ScheduledResource) -> Bool {
        group.meta[.collocated].flatMap(ClusterText.boolean) ?? true
    }

    func isOrdered(_ group: ScheduledResource) -> Bool {
        group.meta[.ordered].flatMap(ClusterText.boolean) ?? true
    }

    private func applyStickiness(_ resource: ScheduledResource) {
        if !resource.children.isEmpty {
            for child in resource.children { applyStickiness(child) }
            return
        }
        guard resource.isManaged, resource.stickiness >= Score(1), resource.runningOn.count == 1
        else { return }
        let node = resource.runningOn[0]
        if !options.isSymmetric, resource.allowed[node.index] == nil { return }
        resource.addDeep(resource.stickiness, on: node)
    }

    private func applyFailureThreshold(_ resource: ScheduledResource, on node: SchedulerNode) {
        if !resource.children.isEmpty {
            for child in resource.children { applyFailureThreshold(child, on: node) }
            return
        }
        let clear = matching(ActionKey(.clearFailCount), of: resource, on: node)
        guard clear.isEmpty else { return }
        let counts = FailCounts(planner: self, resource: resource, node: node)
        counts.banned?.addDeep(.minusInfinity, on: node)
    }

    private func applyExclusiveDiscovery(_ resource: ScheduledResource, on node: SchedulerNode) {
        let isExclusive =
            resource.flags.contains(.exclusiveDiscovery)
            || resource.top.flags.contains(.exclusiveDiscovery)
        guard isExclusive else { return }
        for child in resource.children { applyExclusiveDiscovery(child, on: node) }
        if let known = resource.allowed[node.index], known.discovery != .exclusive {
            resource.allowed[node.index]?.score = .minusInfinity
        }
    }
}
