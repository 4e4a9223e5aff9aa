import Hardware
public import World

extension VolumeTarget: APIRecord {
    public static let collection = "volume/targets"

    static let schema = RecordSchema(
        fields: [
            RecordSchema.Field(
                name: "boot_index", shapes: [.integer], isNullable: false, isRequired: true),
            RecordSchema.Field(name: "extra", shapes: [.object]),
            RecordSchema.Field(
                name: "node_uuid", shapes: [.text], isNullable: false, isRequired: true),
            RecordSchema.Field(name: "properties", shapes: [.object]),
            RecordSchema.Field(
                name: "volume_id", shapes: [.text], isNullable: false, isRequired: true),
            RecordSchema.Field(
                name: "volume_type", shapes: [.text], isNullable: false, isRequired: true),
            RecordSchema.Field(name: "uuid", shapes: [.text]),
        ],
        patchable: ["boot_index", "extra", "node_uuid", "properties", "volume_id", "volume_type"])

    public init(
        creating body: JSONValue, uuid: Identifier, nodes: NodeIndex
    ) throws(RecordRefusal) {
        let (fields, uuid) = try Self.schema.creation(body, uuid: uuid)
        try self.init(fields, uuid: uuid, nodes: nodes)
    }

    public init(reported body: JSONValue, nodes: NodeIndex) throws(RecordRefusal) {
        let (fields, uuid) = try Self.schema.report(body)
        try self.init(fields, uuid: uuid, nodes: nodes)
        dates = RecordDates(body)
    }

    private init(
        _ fields: RecordFields, uuid: Identifier, nodes: NodeIndex
    ) throws(RecordRefusal) {
        self.init(
            uuid: uuid, node: try nodes.name(of: fields.text("node_uuid") ?? ""),
            volumeType: fields.text("volume_type") ?? "",
            volumeID: fields.text("volume_id") ?? "", bootIndex: fields.integer("boot_index") ?? 0)
        properties = fields.object("properties")
        extra = fields.object("extra")
    }

    public func patched(
        by patch: JSONPatch, nodes: NodeIndex
    ) throws(RecordRefusal) -> VolumeTarget {
        let fields = try Self.schema.patched(body(nodes: nodes), by: patch)
        var target = try VolumeTarget(fields, uuid: uuid, nodes: nodes)
        target.dates = dates
        return target
    }

    public func body(nodes: NodeIndex) -> [String: JSONValue] {
        var body: [String: JSONValue] = [
            "boot_index": .integer(bootIndex), "extra": .object(extra),
            "node_uuid": nodes.value(of: node), "properties": .object(properties),
            "uuid": .text(uuid.text), "volume_id": .text(volumeID),
            "volume_type": .text(volumeType),
        ]
        dates.put(in: &body)
        return body
    }
}
