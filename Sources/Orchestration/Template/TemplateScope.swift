import OrderedCollections

/// What expressions come to where no resource is there yet: references are names, attributes are
/// nothing.
struct TemplateScope: ResolutionScope {
    private let facts: TemplateFacts
    /// By name.
    private let files: [String: String]

    init(_ facts: TemplateFacts, files: [String: String] = [:]) {
        self.facts = facts
        self.files = files
    }

    func parameter(
        _ name: String, at place: TemplatePlace
    ) throws(TemplateProblem) -> TemplateValue? {
        try facts.parameter(name)
    }

    func condition(_ name: String, at place: TemplatePlace) throws(TemplateProblem) -> Bool? {
        try facts.condition(name)
    }

    func hasResource(_ name: String) -> Bool { facts.resources[name] != nil }

    func reference(to resource: String) -> TemplateValue { .string(resource) }

    func attribute(
        _ name: String, of resource: String, path: [TemplateValue]
    ) -> TemplateValue { .null }

    func attributes(of resource: String) -> TemplateValue { .null }

    func file(_ name: String) -> String? { files[name] }

    func mapping(_ name: String) -> TemplateValue? { facts.template.mappings[name] }

    func facade(_ aspect: FacadeAspect) -> TemplateValue? { nil }

    var availabilityZones: [String] { ["nova"] }
}
