import OrderedCollections

/// `OS::Heat::SoftwareDeploymentGroup` and its structured kin: one config on several servers.
struct DeploymentGroup: GroupType {
    /// The type of each member.
    let member: String

    func size(_ properties: PropertyValues) -> Int { properties.map("servers").count }

    func names(_ work: ResourceWork, _ count: Int) -> [String] {
        Array(work.properties.map("servers").keys.prefix(count))
    }

    func member(_ name: String, _ properties: PropertyValues) -> TemplateValue {
        var given = properties.given
        given["servers"] = nil
        given["server"] = properties.map("servers")[name] ?? .null
        return ["type": .string(member), "properties": .map(given.filter { $0.value != .null })]
    }

    func changesMembers(_ change: PropertyChange) -> Bool {
        change.names.contains { $0 != "servers" }
    }

    func attribute(
        _ name: String, _ path: inout ArraySlice<TemplateValue>, of resource: ResourceView
    ) async throws(ResourceError) -> TemplateValue? {
        let own = [
            "deploy_stdouts": "deploy_stdout", "deploy_stderrs": "deploy_stderr",
            "deploy_status_codes": "deploy_status_code",
        ]
        if name.hasPrefix("resource.") || name == "refs" || name == "refs_map" {
            return try await groupAttribute(name, &path, of: resource)
        }
        var steps: ArraySlice = [.string(own[name] ?? name)] + path
        return try await groupAttribute("attributes", &steps, of: resource)
    }
}
