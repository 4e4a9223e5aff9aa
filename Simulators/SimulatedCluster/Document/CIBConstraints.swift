/// Makes constraints of a document's elements.
struct CIBConstraints {
    let reader: CIBReader
    /// What stands for several resources: tags, and templates.
    let tags: [String: [ResourceID]]

    func read(_ element: XMLElement) -> [ClusterConstraint] {
        switch element.name {
        case "rsc_location": location(element).map { [.location($0)] } ?? []
        case "rsc_colocation": colocation(element).map { [.colocation($0)] } ?? []
        case "rsc_order": order(element).map { [.order($0)] } ?? []
        default: []
        }
    }

    private func location(_ element: XMLElement) -> LocationConstraint? {
        guard let id = element["id"], let subject = locationSubject(element) else { return nil }
        let wish: LocationConstraint.Wish
        if let node = element["node"], let score = element["score"] ?? setScore(element) {
            wish = .node(NodeName(node), Score(text: score))
        } else {
            wish = .rules(element.all("rule").map(reader.resolved).map(rule))
        }
        var location = LocationConstraint(
            id, subject, wish, role: element["role"].flatMap(ResourceRole.init))
        location.discovery =
            switch element["resource-discovery"] {
            case "never": .never
            case "exclusive": .exclusive
            default: .always
            }
        return location
    }

    private func setScore(_ element: XMLElement) -> String? {
        sets(element).contains { $0.score != nil } ? "0" : nil
    }

    private func locationSubject(_ element: XMLElement) -> LocationConstraint.Subject? {
        let sets = sets(element)
        if !sets.isEmpty { return .sets(sets) }
        if let pattern = element["rsc-pattern"] { return .pattern(pattern) }
        guard let id = element["rsc"] else { return nil }
        if let tagged = tags[id] {
            var set = ResourceSet(id, tagged)
            set.role = element["role"].flatMap(ResourceRole.init)
            return .sets([set])
        }
        return .resource(ResourceID(id))
    }

    private func rule(_ element: XMLElement) -> LocationRule {
        let worth: LocationRule.Worth
        if let score = element["score"] {
            worth = .fixed(Score(text: score))
        } else {
            worth = element["score-attribute"].map { .attribute($0) } ?? .fixed(.zero)
        }
        return LocationRule(
            element["id"] ?? "", worth, role: element["role"].flatMap(ResourceRole.init),
            if: reader.condition(of: element))
    }

    private func colocation(_ element: XMLElement) -> ColocationConstraint? {
        guard let id = element["id"] else { return nil }
        let roles = (
            element["rsc-role"].flatMap(ResourceRole.init),
            element["with-rsc-role"].flatMap(ResourceRole.init)
        )
        let subject: ColocationConstraint.Subject
        let listed = sets(element)
        if !listed.isEmpty {
            subject = .sets(listed)
        } else if let one = element["rsc"], let other = element["with-rsc"] {
            // Two that stand for several each are too many.
            guard tags[one] == nil || tags[other] == nil else { return nil }
            subject =
                pair(one, other, roles).map { .sets($0) }
                ?? .pair(ResourceID(one), with: ResourceID(other))
        } else {
            return nil
        }
        var colocation = ColocationConstraint(
            id, subject, score: Score(text: element["score"]), dependentRole: roles.0,
            primaryRole: roles.1)
        colocation.nodeAttribute = element["node-attribute"]
        colocation.influence = element["influence"].flatMap(ClusterText.boolean)
        return colocation
    }

    /// Two sets, where one side is a tag.
    private func pair(
        _ one: String, _ other: String, _ roles: (ResourceRole?, ResourceRole?)
    ) -> [ResourceSet]? {
        guard tags[one] != nil || tags[other] != nil else { return nil }
        var (first, second) = (tagged(one), tagged(other))
        first.role = roles.0
        second.role = roles.1
        return [first, second]
    }

    private func tagged(_ id: String) -> ResourceSet {
        var set = ResourceSet(id, tags[id] ?? [ResourceID(id)])
        if tags[id] != nil { set.isSequential = false }
        return set
    }

    private func order(_ element: XMLElement) -> OrderConstraint? {
        guard let id = element["id"] else { return nil }
        let actions = (
            element["first-action"].flatMap(OperationTask.init),
            element["then-action"].flatMap(OperationTask.init)
        )
        let subject: OrderConstraint.Subject
        let listed = sets(element)
        if !listed.isEmpty {
            subject = .sets(listed)
        } else if let one = element["first"], let other = element["then"] {
            if tags[one] != nil || tags[other] != nil {
                var (first, second) = (tagged(one), tagged(other))
                (first.action, second.action) = actions
                subject = .sets([first, second])
            } else {
                subject = .pair(
                    .init(ResourceID(one), actions.0), then: .init(ResourceID(other), actions.1))
            }
        } else {
            return nil
        }
        var order = OrderConstraint(id, subject, kind: kind(of: element) ?? .mandatory)
        order.isSymmetrical = element["symmetrical"].flatMap(ClusterText.boolean)
        order.requiresAll = element["require-all"].flatMap(ClusterText.boolean) ?? true
        return order
    }

    private func kind(of element: XMLElement) -> OrderConstraint.Kind? {
        if let kind = element["kind"] { return OrderConstraint.Kind(rawValue: kind.lowercased()) }
        return element["score"].map { Score(text: $0) == .zero ? .optional : .mandatory }
    }

    private func sets(_ element: XMLElement) -> [ResourceSet] {
        element.all("resource_set").map(reader.resolved).map { element in
            let ids = element.all("resource_ref").compactMap { $0["id"] }
            var set = ResourceSet(
                element["id"] ?? "", ids.flatMap { tags[$0] ?? [ResourceID($0)] })
            set.isSequential = element["sequential"].flatMap(ClusterText.boolean)
            set.requiresAll = element["require-all"].flatMap(ClusterText.boolean)
            set.action = element["action"].flatMap(OperationTask.init)
            set.role = element["role"].flatMap(ResourceRole.init)
            set.kind = element["kind"].flatMap { OrderConstraint.Kind(rawValue: $0.lowercased()) }
            set.isSymmetrical = element["symmetrical"].flatMap(ClusterText.boolean)
            set.score = element["score"].map { Score(text: $0) }
            set.isListed = element["ordering"].map { $0 != "group" } ?? false
            return set
        }
    }
}
