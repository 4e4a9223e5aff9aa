import OrderedCollections

/// What a stack's expressions come to with its resources as they are.
struct StackScope: ResolutionScope {
    let tree: StackTree
    /// By resource: what names it to others.
    var references: [String: TemplateValue] = [:]
    /// What was found out of resources so far.
    var attributes: [ResourceReference.Key: TemplateValue] = [:]

    func parameter(
        _ name: String, at place: TemplatePlace
    ) throws(TemplateProblem) -> TemplateValue? { try tree.facts.parameter(name) }

    func condition(_ name: String, at place: TemplatePlace) throws(TemplateProblem) -> Bool? {
        try tree.facts.condition(name)
    }

    func hasResource(_ name: String) -> Bool { tree.facts.resources[name] != nil }

    func reference(to resource: String) -> TemplateValue {
        references[resource] ?? .string(resource)
    }

    func attribute(
        _ name: String, of resource: String, path: [TemplateValue]
    ) -> TemplateValue {
        attributes[.init(resource: resource, aspect: .attribute(name, path: path))] ?? .null
    }

    func attributes(of resource: String) -> TemplateValue {
        attributes[.init(resource: resource, aspect: .allAttributes)] ?? .null
    }

    func file(_ name: String) -> String? { tree.files[name] }
    func mapping(_ name: String) -> TemplateValue? { tree.template.mappings[name] }

    func facade(_ aspect: FacadeAspect) -> TemplateValue? {
        guard let facade = tree.source.facade else { return nil }
        return switch aspect {
        case .metadata: facade.metadata
        case .deletionPolicy: .string(facade.deletionPolicy)
        case .updatePolicy: facade.updatePolicy
        }
    }

    var availabilityZones: [String] { ["nova"] }
}

extension ResourceReference {
    /// What is referred to, wherever that is done.
    struct Key: Hashable, Sendable {
        let resource: String
        let aspect: Aspect
    }

    var key: Key { Key(resource: resource, aspect: aspect) }
}
