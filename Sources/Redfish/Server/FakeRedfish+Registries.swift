/// Where the messages and the schemas are that the service speaks by (schemas MessageRegistryFile,
/// MessageRegistry and JsonSchemaFile).
extension FakeRedfish {
    private static var language: JSON { "en" }

    func registryBody(_ address: ResourceAddress) throws(RedfishFault) -> JSON {
        switch address.kind {
        case .registries:
            return collection(
                address, type: "MessageRegistryFileCollection", name: "Message Registries",
                [ResourceAddress(.registryFile, RedfishRegistry.id)])
        case .schemas:
            return collection(
                address, type: "JsonSchemaFileCollection", name: "JSON Schemas",
                RedfishSchema.all.map { ResourceAddress(.schemaFile, $0.versioned) })
        case .schemaFile:
            let schema = RedfishSchema.all.first { $0.versioned == address.names[0] }
            guard let schema else { throw .missing(address.path) }
            return schemaFile(schema, address)
        default:
            guard address.names[0] == RedfishRegistry.id else { throw .missing(address.path) }
            return address.kind == .registry ? registry(address) : registryFile(address)
        }
    }

    private func schemaFile(_ schema: RedfishSchema, _ address: ResourceAddress) -> JSON {
        var body = resource(
            address, type: "JsonSchemaFile.v1_1_4.JsonSchemaFile", id: schema.versioned,
            name: "\(schema.name) Schema File")
        body["Languages"] = [Self.language]
        body["Schema"] = .text("#\(schema.versioned).\(schema.name)")
        body["Location"] = [
            ["Language": Self.language, "PublicationUri": .text("\(schema.address).json")]
        ]
        return .object(body)
    }

    private func registryFile(_ address: ResourceAddress) -> JSON {
        var body = resource(
            address, type: "MessageRegistryFile.v1_1_3.MessageRegistryFile",
            id: RedfishRegistry.id, name: "Base Message Registry File")
        body["Languages"] = [Self.language]
        body["Registry"] = .text(RedfishMessage.registry)
        // One's own, so that nobody has to go to the Internet for it.
        let own = ResourceAddress(.registry, RedfishRegistry.id)
        body["Location"] = [["Language": Self.language, "Uri": .text(own.path)]]
        return .object(body)
    }

    private func registry(_ address: ResourceAddress) -> JSON {
        var body = resource(
            address, type: "MessageRegistry.v1_6_0.MessageRegistry", id: RedfishRegistry.id,
            name: "Base Message Registry")
        body["Description"] = "What the service says of requests."
        body["Language"] = Self.language
        body["OwningEntity"] = "DMTF"
        body["RegistryPrefix"] = "Base"
        body["RegistryVersion"] = .text(RedfishRegistry.version)
        body["Messages"] = .object(RedfishRegistry.body)
        return .object(body)
    }
}
