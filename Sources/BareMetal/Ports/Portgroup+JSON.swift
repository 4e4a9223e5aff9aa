import Hardware
public import World

extension Portgroup: APIRecord {
    public static let collection = "portgroups"
    public var children: [String] { ["ports"] }

    static let schema = RecordSchema(
        fields: [
            RecordSchema.Field(name: "address", shapes: [.text]),
            RecordSchema.Field(name: "category", shapes: [.text], longest: 80),
            RecordSchema.Field(name: "extra", shapes: [.object]),
            RecordSchema.Field(name: "mode", shapes: [.text]),
            RecordSchema.Field(name: "name", shapes: [.text]),
            RecordSchema.Field(
                name: "node_uuid", shapes: [.text], isNullable: false, isRequired: true),
            RecordSchema.Field(name: "physical_network", shapes: [.text], longest: 64),
            RecordSchema.Field(name: "properties", shapes: [.object]),
            RecordSchema.Field(name: "standalone_ports_supported", shapes: [.text, .truth]),
            RecordSchema.Field(name: "uuid", shapes: [.text]),
        ],
        patchable: [
            "address", "extra", "mode", "name", "node_uuid", "properties",
            "standalone_ports_supported", "physical_network", "category",
        ])

    public init(
        creating body: JSONValue, uuid: Identifier, nodes: NodeIndex
    ) throws(RecordRefusal) {
        let (fields, uuid) = try Self.schema.creation(body, uuid: uuid)
        try self.init(fields, uuid: uuid, nodes: nodes)
    }

    public init(reported body: JSONValue, nodes: NodeIndex) throws(RecordRefusal) {
        let (fields, uuid) = try Self.schema.report(body)
        try self.init(fields, uuid: uuid, nodes: nodes)
        vifs = NetworkUse.vifs(in: body["internal_info"])
        dates = RecordDates(body)
    }

    private init(
        _ fields: RecordFields, uuid: Identifier, nodes: NodeIndex
    ) throws(RecordRefusal) {
        guard let name = fields.text("node_uuid") else { throw .invalid("'node_uuid' is missing") }
        self.init(uuid: uuid, node: try nodes.name(of: name))
        self.name = fields.text("name")
        if let name = self.name, !name.isEmpty, !RecordName.isValid(name) {
            throw .invalid("'\(name)' is no portgroup's name")
        }
        address = try fields.address("address")
        mode = fields.text("mode") ?? Self.standardMode
        properties = fields.object("properties")
        supportsStandalonePorts = try fields.truth("standalone_ports_supported") ?? true
        physicalNetwork = fields.text("physical_network").map { PhysicalNetwork($0) }
        category = fields.text("category")
        extra = fields.object("extra")
    }

    public func patched(
        by patch: JSONPatch, nodes: NodeIndex
    ) throws(RecordRefusal) -> Portgroup {
        try Self.schema.check(patch)
        let after = try patch.applied(to: .object(body(nodes: nodes)))
        if after["mode"] == nil { throw .invalid("a portgroup's mode cannot be removed") }
        let fields = try Self.schema.check(after, foreign: .ignored)
        var group = try Portgroup(fields, uuid: uuid, nodes: nodes)
        (group.vifs, group.dates) = (vifs, dates)
        return group
    }

    public func body(nodes: NodeIndex) -> [String: JSONValue] {
        var body: [String: JSONValue] = [
            "address": .orNull(address?.description), "category": .orNull(category),
            "extra": .object(extra), "internal_info": NetworkUse.info(of: vifs),
            "mode": .text(mode), "name": .orNull(name), "node_uuid": nodes.value(of: node),
            "physical_network": .orNull(physicalNetwork?.text), "properties": .object(properties),
            "standalone_ports_supported": .truth(supportsStandalonePorts),
            "uuid": .text(uuid.text),
        ]
        dates.put(in: &body)
        return body
    }
}
