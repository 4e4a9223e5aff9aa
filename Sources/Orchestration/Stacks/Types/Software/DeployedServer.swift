import World

/// `OS::Heat::DeployedServer`: a server that nobody makes, but which takes deployments.
struct DeployedServer: ResourceType {
    func create(_ work: inout ResourceWork) async throws(ResourceError) -> WorkProgress {
        work.record.physicalID = Identifier(drawnFrom: work.random).text
        work["name"] = .string(work.properties.text("name") ?? work.physicalName())
        return .done
    }

    func attribute(
        _ name: String, _ path: inout ArraySlice<TemplateValue>, of resource: ResourceView
    ) async throws(ResourceError) -> TemplateValue? {
        switch name {
        case "name": resource.record["name"]
        case "os_collect_config":
            [
                "cfn": [
                    "path": .string("\(resource.record.name).Metadata"),
                    "stack_name": .string(resource.stack.name),
                ]
            ]
        default: nil
        }
    }
}
