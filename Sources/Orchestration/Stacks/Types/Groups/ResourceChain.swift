import OrderedCollections
import World

/// `OS::Heat::ResourceChain`: one resource of each of several types, one after another, all with
/// the same properties.
struct ResourceChain: NestedStackType {
    func nested(_ work: inout ResourceWork) async throws(ResourceError) -> NestedDefinition {
        let isConcurrent = work.properties.isTrue("concurrent")
        let properties = work.properties["resource_properties"]
        var members: OrderedDictionary<String, TemplateValue> = [:]
        for (index, type) in work.properties.list("resources").enumerated() {
            var member: OrderedDictionary<String, TemplateValue> = ["type": type]
            if !properties.isEmpty { member["properties"] = properties }
            if index > 0, !isConcurrent { member["depends_on"] = [.string(String(index - 1))] }
            members[String(index)] = .map(member)
        }
        return NestedDefinition(
            file: work.record.name,
            template: ["heat_template_version": "2015-04-30", "resources": .map(members)])
    }

    func attribute(
        _ name: String, _ path: inout ArraySlice<TemplateValue>, of resource: ResourceView
    ) async throws(ResourceError) -> TemplateValue? {
        try await groupAttribute(name, &path, of: resource)
    }
}
