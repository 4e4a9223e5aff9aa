/// `OS::Heat::Value`: keeps a value, of a type if one is asked for.
struct ValueResource: ResourceType {
    func validate(_ properties: PropertyValues) throws(ResourceFailure) {
        do throws(PropertyFault) { _ = try Self.value(of: properties) } catch {
            throw ResourceFailure("StackValidationFailed", error.message)
        }
    }

    func create(_ work: inout ResourceWork) async throws(ResourceError) -> WorkProgress {
        work.record.physicalID = work.physicalName()
        return .done
    }

    func attribute(
        _ name: String, _ path: inout ArraySlice<TemplateValue>, of resource: ResourceView
    ) async throws(ResourceError) -> TemplateValue? {
        name == "value" ? try? Self.value(of: resource.properties) : nil
    }

    private static func value(
        of properties: PropertyValues
    ) throws(PropertyFault) -> TemplateValue {
        let kinds: [String: PropertySchema.Kind] = [
            "string": .string, "number": .number, "comma_delimited_list": .list, "json": .map,
            "boolean": .boolean,
        ]
        guard let kind = properties.text("type").flatMap({ kinds[$0] }) else {
            return properties["value"]
        }
        var schema = PropertySchema(kind)
        schema.isParameter = true
        return try PropertyCheck.value(properties["value"], schema)
    }
}
