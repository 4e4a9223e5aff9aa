/// `OS::Heat::None`: stands for nothing, whatever it is given.
struct NoResource: ResourceType {
    func schema(of implementation: String, _ template: Template?) -> ResourceSchema? {
        var schema = ResourceSchema()
        schema.takesAnything = true
        return schema
    }

    func create(_ work: inout ResourceWork) async throws(ResourceError) -> WorkProgress {
        work.record.physicalID = work.physicalName()
        return .done
    }

    func attribute(
        _ name: String, _ path: inout ArraySlice<TemplateValue>, of resource: ResourceView
    ) async throws(ResourceError) -> TemplateValue? { nil }
}
