import OrderedCollections
import World

/// `OS::Heat::Stack`: a stack of a template that is a text.
struct StackResource: NestedStackType {
    func nested(_ work: inout ResourceWork) async throws(ResourceError) -> NestedDefinition {
        NestedDefinition(
            file: work.record.name, template: work.properties["template"],
            parameters: work.properties.map("parameters"),
            timeout: work.properties.integer("timeout"))
    }

    func attribute(
        _ name: String, _ path: inout ArraySlice<TemplateValue>, of resource: ResourceView
    ) async throws(ResourceError) -> TemplateValue? {
        guard let id = resource.record.physicalID else { return nil }
        do throws(StoreError) {
            switch name {
            case "stack_name":
                return try await resource.sight.stack(id).map { .string($0.document.name) }
            case "outputs": return .map(try await resource.sight.outputs(of: id))
            default: return nil
            }
        } catch {
            throw .store(error)
        }
    }
}
