import Hardware
public import World

extension Port: APIRecord {
    public static let collection = "ports"

    static let schema = RecordSchema(
        fields: [
            RecordSchema.Field(
                name: "address", shapes: [.text], isNullable: false, isRequired: true),
            RecordSchema.Field(name: "extra", shapes: [.object]),
            RecordSchema.Field(name: "is_smartnic", shapes: [.text, .truth]),
            RecordSchema.Field(name: "local_link_connection", shapes: [.object]),
            RecordSchema.Field(name: "node_ident", shapes: [.text], isNullable: false),
            RecordSchema.Field(name: "node_uuid", shapes: [.text], isNullable: false),
            RecordSchema.Field(name: "physical_network", shapes: [.text], longest: 64),
            RecordSchema.Field(name: "portgroup_uuid", shapes: [.text]),
            RecordSchema.Field(name: "pxe_enabled", shapes: [.text, .truth]),
            RecordSchema.Field(name: "uuid", shapes: [.text]),
            RecordSchema.Field(name: "name", shapes: [.text]),
            RecordSchema.Field(name: "description", shapes: [.text], longest: 255),
            RecordSchema.Field(name: "vendor", shapes: [.text], longest: 32),
            RecordSchema.Field(name: "category", shapes: [.text], longest: 80),
        ],
        patchable: [
            "address", "extra", "is_smartnic", "local_link_connection", "node_ident", "node_uuid",
            "physical_network", "portgroup_uuid", "pxe_enabled", "name", "description", "vendor",
            "category",
        ])

    /// Exactly one of `node_ident` and `node_uuid` names the node.
    public init(
        creating body: JSONValue, uuid: Identifier, nodes: NodeIndex
    ) throws(RecordRefusal) {
        let (fields, uuid) = try Self.schema.creation(body, uuid: uuid)
        try self.init(fields, uuid: uuid, nodes: nodes)
        try PortRules.check(self)
    }

    /// What a service says it has is taken as it is: services have ports of smart NICs without a
    /// hostname, which they would refuse to make anew.
    public init(reported body: JSONValue, nodes: NodeIndex) throws(RecordRefusal) {
        let (fields, uuid) = try Self.schema.report(body)
        try self.init(fields, uuid: uuid, nodes: nodes)
        vifs = NetworkUse.vifs(in: body["internal_info"])
        dates = RecordDates(body)
    }

    private init(
        _ fields: RecordFields, uuid: Identifier, nodes: NodeIndex
    ) throws(RecordRefusal) {
        let names = ["node_ident", "node_uuid"].compactMap(fields.text)
        guard let name = names.first, names.count == 1 else {
            throw .invalid("a port has either a 'node_uuid' or a 'node_ident'")
        }
        guard let address = try fields.address("address") else {
            throw .invalid("'address' is missing")
        }
        self.init(address: address, node: try nodes.name(of: name), uuid: uuid)
        self.name = fields.text("name")
        isPXEEnabled = try fields.truth("pxe_enabled") ?? true
        isSmartNIC = try fields.truth("is_smartnic") ?? false
        physicalNetwork = fields.text("physical_network").map { PhysicalNetwork($0) }
        localLink = try LocalLinkConnection(fields.object("local_link_connection"))
        portgroup = try fields.identifier("portgroup_uuid")
        extra = fields.object("extra")
        let labels = PortLabels(
            description: fields.text("description"), vendor: fields.text("vendor"),
            category: fields.text("category"))
        self.labels = labels == PortLabels() ? nil : labels
    }

    public func patched(
        by patch: JSONPatch, nodes: NodeIndex
    ) throws(RecordRefusal) -> Port {
        try Self.schema.check(patch)
        var before = body(nodes: nodes)
        before["node_ident"] = before["node_uuid"]
        guard case .object(var after) = try patch.applied(to: .object(before)) else {
            throw .invalid("a port is a JSON object")
        }
        // Whichever of the two the patch names is the node.
        after[patch.fields.contains("node_ident") ? "node_uuid" : "node_ident"] = nil
        let fields = try Self.schema.check(.object(after), foreign: .ignored)
        var port = try Port(fields, uuid: uuid, nodes: nodes)
        try PortRules.check(port)
        (port.vifs, port.dates) = (vifs, dates)
        return port
    }

    public func body(nodes: NodeIndex) -> [String: JSONValue] {
        var body: [String: JSONValue] = [
            "address": .text(address.description), "extra": .object(extra),
            "internal_info": NetworkUse.info(of: vifs), "is_smartnic": .truth(isSmartNIC),
            "local_link_connection": .object(localLink?.body ?? [:]), "name": .orNull(name),
            "description": .orNull(labels?.description), "vendor": .orNull(labels?.vendor),
            "category": .orNull(labels?.category), "node_uuid": nodes.value(of: node),
            "physical_network": .orNull(physicalNetwork?.text),
            "portgroup_uuid": .orNull(portgroup?.text), "pxe_enabled": .truth(isPXEEnabled),
            "uuid": .text(uuid.text),
        ]
        dates.put(in: &body)
        return body
    }
}
