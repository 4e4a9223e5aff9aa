import Hardware
public import World

extension Chassis: APIRecord {
    public static let collection = "chassis"
    public var children: [String] { ["nodes"] }

    static let schema = RecordSchema(
        fields: [
            RecordSchema.Field(name: "uuid", shapes: [.text]),
            RecordSchema.Field(name: "extra", shapes: [.object]),
            RecordSchema.Field(name: "description", shapes: [.text], longest: 255),
        ], patchable: ["uuid", "extra", "description"])

    public init(
        creating body: JSONValue, uuid: Identifier, nodes: NodeIndex
    ) throws(RecordRefusal) {
        let (fields, uuid) = try Self.schema.creation(body, uuid: uuid)
        self.init(fields, uuid: uuid)
    }

    public init(reported body: JSONValue, nodes: NodeIndex) throws(RecordRefusal) {
        let (fields, uuid) = try Self.schema.report(body)
        self.init(fields, uuid: uuid)
        dates = RecordDates(body)
    }

    private init(_ fields: RecordFields, uuid: Identifier) {
        self.init(uuid: uuid, description: fields.text("description"))
        extra = fields.object("extra")
    }

    public func patched(
        by patch: JSONPatch, nodes: NodeIndex
    ) throws(RecordRefusal) -> Chassis {
        let fields = try Self.schema.patched(body(nodes: nodes), by: patch)
        guard try fields.identifier("uuid") == uuid else {
            throw .invalid("a chassis keeps its uuid")
        }
        var chassis = Chassis(fields, uuid: uuid)
        chassis.dates = dates
        return chassis
    }

    public func body(nodes: NodeIndex) -> [String: JSONValue] {
        var body: [String: JSONValue] = [
            "description": .orNull(description), "extra": .object(extra), "uuid": .text(uuid.text),
        ]
        dates.put(in: &body)
        return body
    }
}
