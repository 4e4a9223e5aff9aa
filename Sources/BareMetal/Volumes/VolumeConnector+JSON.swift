import Hardware
public import World

extension VolumeConnector: APIRecord {
    public static let collection = "volume/connectors"

    static let schema = RecordSchema(
        fields: [
            RecordSchema.Field(
                name: "connector_id", shapes: [.text], isNullable: false, isRequired: true),
            RecordSchema.Field(name: "extra", shapes: [.object]),
            RecordSchema.Field(
                name: "node_uuid", shapes: [.text], isNullable: false, isRequired: true),
            RecordSchema.Field(name: "type", shapes: [.text], isNullable: false, isRequired: true),
            RecordSchema.Field(name: "uuid", shapes: [.text]),
        ], patchable: ["connector_id", "extra", "node_uuid", "type"])

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
            type: fields.text("type") ?? "", connectorID: fields.text("connector_id") ?? "")
        extra = fields.object("extra")
    }

    public func patched(
        by patch: JSONPatch, nodes: NodeIndex
    ) throws(RecordRefusal) -> VolumeConnector {
        let fields = try Self.schema.patched(body(nodes: nodes), by: patch)
        var connector = try VolumeConnector(fields, uuid: uuid, nodes: nodes)
        connector.dates = dates
        return connector
    }

    public func body(nodes: NodeIndex) -> [String: JSONValue] {
        var body: [String: JSONValue] = [
            "connector_id": .text(connectorID), "extra": .object(extra),
            "node_uuid": nodes.value(of: node), "type": .text(type), "uuid": .text(uuid.text),
        ]
        dates.put(in: &body)
        return body
    }
}
