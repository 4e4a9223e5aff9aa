import OrderedCollections
import World

/// A type that is a template: its properties are the template's parameters, its attributes the
/// outputs.
struct ProviderStack: NestedStackType {
    /// The output by which a template says what names its resource to others.
    static let referenceOutput = "OS::stack_id"

    func schema(of implementation: String, _ template: Template?) -> ResourceSchema? {
        guard let template else { return nil }
        var schema = ResourceSchema()
        schema.properties = template.parameters.mapValues { PropertySchema($0) }
        schema.attributes = template.outputs.keys
        return schema
    }

    func nested(_ work: inout ResourceWork) async throws(ResourceError) -> NestedDefinition {
        var definition = NestedDefinition(file: work.record.definition.implementation)
        for name in work.properties.given.keys {
            let value = work.properties[name]
            if value != .null { definition.parameters[name] = value }
        }
        return definition
    }

    func reference(
        to record: ResourceRecord, _ sight: any StackSight
    ) async throws(StoreError) -> TemplateValue {
        guard let stack = record.physicalID else { return .string(record.name) }
        return try await sight.output(Self.referenceOutput, of: stack) ?? .string(stack)
    }
}
