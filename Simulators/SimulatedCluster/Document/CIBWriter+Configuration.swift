extension CIBWriter {
    func resource(_ resource: ResourceDefinition) -> XMLElement {
        let id = resource.id.text
        let meta = resource.meta.all.map { ($0.name.rawValue, $0.text) }
        switch resource.kind {
        case .primitive(let agent):
            let operations = resource.operations.map { operation($0, of: id) }
            return XMLElement(
                "primitive",
                [
                    "id": id, "class": agent.standard, "provider": agent.provider,
                    "type": agent.type,
                ],
                sets(id, "meta_attributes", meta)
                    + (operations.isEmpty ? [] : [list("operations", operations)]))
        case .group(let members):
            return XMLElement(
                "group", ["id": id],
                sets(id, "meta_attributes", meta) + members.map(self.resource))
        case .clone(let child):
            return XMLElement(
                "clone", ["id": id],
                sets(id, "meta_attributes", meta) + [self.resource(child)])
        }
    }

    private func operation(_ operation: OperationDefinition, of id: String) -> XMLElement {
        let interval = milliseconds(operation.interval)
        return XMLElement(
            "op",
            [
                "id": "\(id)-\(operation.task.rawValue)-\(interval)",
                "name": operation.task.rawValue, "interval": "\(interval)ms",
                "on-fail": operation.onFail.map { "\($0)" }, "role": operation.role?.text,
                "enabled": operation.isEnabled ? nil : "false",
            ])
    }

    func constraint(_ constraint: ClusterConstraint) -> XMLElement {
        switch constraint {
        case .location(let location): self.location(location)
        case .colocation(let colocation): self.colocation(colocation)
        case .order(let order): self.order(order)
        }
    }

    private func location(_ location: LocationConstraint) -> XMLElement {
        var element = XMLElement("rsc_location", ["id": location.id])
        switch location.subject {
        case .resource(let id): element["rsc"] = id.text
        case .pattern(let pattern): element["rsc-pattern"] = pattern
        case .sets(let sets): element.children = sets.map(set)
        }
        element["role"] = location.role?.text
        if location.discovery != .always {
            element["resource-discovery"] = "\(location.discovery)"
        }
        switch location.wish {
        case .node(let node, let score):
            element["node"] = node.text
            element["score"] = score.description
        case .rules(let rules): element.children += rules.map(rule)
        }
        return element
    }

    private func rule(_ rule: LocationRule) -> XMLElement {
        var element = self.rule(rule.condition, id: rule.id)
        switch rule.worth {
        case .fixed(let score): element["score"] = score.description
        case .attribute(let name): element["score-attribute"] = name
        }
        element["role"] = rule.role?.text
        return element
    }

    private func rule(_ condition: RuleCondition, id: String) -> XMLElement {
        switch condition {
        case .all(let parts): rule("and", parts, id)
        case .any(let parts): rule("or", parts, id)
        default: rule("and", [condition], id)
        }
    }

    private func rule(_ operation: String, _ parts: [RuleCondition], _ id: String) -> XMLElement {
        XMLElement(
            "rule", ["id": id, "boolean-op": operation],
            parts.enumerated().map { expression($1, id: "\(id)-\($0)") })
    }

    private func expression(_ condition: RuleCondition, id: String) -> XMLElement {
        var element = XMLElement("expression", ["id": id])
        switch condition {
        case .all, .any: return rule(condition, id: id)
        case .isDefined(let name):
            element["attribute"] = name
            element["operation"] = "defined"
        case .isUndefined(let name):
            element["attribute"] = name
            element["operation"] = "not_defined"
        case .compare(let name, let comparison, let value, let type):
            element["attribute"] = name
            element["operation"] = comparison.rawValue
            element["value"] = value
            element["type"] = type?.rawValue
        case .constant(let answer):
            // Every node has a name, and none has this attribute.
            element["attribute"] = answer ? "#uname" : "#constant"
            element["operation"] = "defined"
        }
        return element
    }

    private func colocation(_ colocation: ColocationConstraint) -> XMLElement {
        var element = XMLElement(
            "rsc_colocation",
            [
                "id": colocation.id, "score": colocation.score.description,
                "rsc-role": colocation.dependentRole?.text,
                "with-rsc-role": colocation.primaryRole?.text,
                "node-attribute": colocation.nodeAttribute,
                "influence": colocation.influence.map { "\($0)" },
            ])
        switch colocation.subject {
        case .pair(let dependent, let primary):
            element["rsc"] = dependent.text
            element["with-rsc"] = primary.text
        case .sets(let sets): element.children = sets.map(set)
        }
        return element
    }

    private func order(_ order: OrderConstraint) -> XMLElement {
        var element = XMLElement(
            "rsc_order",
            [
                "id": order.id, "kind": order.kind.rawValue.capitalizedFirst,
                "symmetrical": order.isSymmetrical.map { "\($0)" },
                "require-all": order.requiresAll ? nil : "false",
            ])
        switch order.subject {
        case .pair(let first, let then):
            element["first"] = first.resource.text
            element["first-action"] = first.action?.rawValue
            element["then"] = then.resource.text
            element["then-action"] = then.action?.rawValue
        case .sets(let sets): element.children = sets.map(set)
        }
        return element
    }

    private func set(_ set: ResourceSet) -> XMLElement {
        XMLElement(
            "resource_set",
            [
                "id": set.id, "sequential": set.isSequential.map { "\($0)" },
                "require-all": set.requiresAll.map { "\($0)" }, "action": set.action?.rawValue,
                "role": set.role?.text, "kind": set.kind?.rawValue.capitalizedFirst,
                "score": set.score?.description, "ordering": set.isListed ? "listed" : nil,
            ],
            set.resources.map { XMLElement("resource_ref", ["id": $0.text]) })
    }
}

extension String {
    fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
