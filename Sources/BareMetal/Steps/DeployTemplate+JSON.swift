import Hardware
public import World

extension DeployTemplate: APIRecord {
    public static let collection = "deploy_templates"

    static let schema = RecordSchema(
        fields: [
            RecordSchema.Field(name: "description", shapes: [.text], longest: 255),
            RecordSchema.Field(name: "extra", shapes: [.object]),
            RecordSchema.Field(name: "name", shapes: [.text], isNullable: false, isRequired: true),
            RecordSchema.Field(name: "steps", shapes: [.list], isNullable: false, isRequired: true),
            RecordSchema.Field(name: "uuid", shapes: [.text]),
        ], patchable: ["extra", "name", "steps", "description"])

    public init(
        creating body: JSONValue, uuid: Identifier, nodes: NodeIndex
    ) throws(RecordRefusal) {
        let (fields, uuid) = try Self.schema.creation(body, uuid: uuid)
        try self.init(fields, uuid: uuid)
    }

    public init(reported body: JSONValue, nodes: NodeIndex) throws(RecordRefusal) {
        let (fields, uuid) = try Self.schema.report(body)
        try self.init(fields, uuid: uuid)
        dates = RecordDates(body)
    }

    private init(_ fields: RecordFields, uuid: Identifier) throws(RecordRefusal) {
        var steps: [RequestedStep] = []
        for (index, entry) in (fields["steps"]?.list ?? []).enumerated() {
            do { steps.append(try RequestedStep(entry, for: .deploy, at: "steps[\(index)]")) } catch
            { throw .invalid("\(error)") }
        }
        do {
            try self.init(name: Trait(fields.text("name") ?? ""), uuid: uuid, steps: steps)
        } catch { throw .invalid("\(error)") }
        description = fields.text("description")
        extra = fields.object("extra")
    }

    /// A template that gets another name is another document; whoever writes it deletes this one.
    public func patched(
        by patch: JSONPatch, nodes: NodeIndex
    ) throws(RecordRefusal) -> DeployTemplate {
        let fields = try Self.schema.patched(told, by: patch)
        var template = try DeployTemplate(fields, uuid: uuid)
        template.dates = dates
        return template
    }

    /// Arguments are told less their secrets.
    public func body(nodes: NodeIndex) -> [String: JSONValue] {
        var body = told
        body["steps"] = .list(steps.map { .object(RecordSecrets.masked($0.deployBody)) })
        return body
    }

    private var told: [String: JSONValue] {
        var body: [String: JSONValue] = [
            "description": .orNull(description), "extra": .object(extra),
            "name": .text(name.text), "steps": .list(steps.map { .object($0.deployBody) }),
            "uuid": .text(uuid.text),
        ]
        dates.put(in: &body)
        return body
    }
}

extension RequestedStep {
    /// As Ironic has it, but for where it stands.
    var body: [String: JSONValue] {
        [
            "interface": .text(interface.rawValue), "step": .text(step.text),
            "args": .object(arguments),
        ]
    }

    fileprivate var deployBody: [String: JSONValue] {
        body.merging(["priority": .integer(priority ?? 0)]) { $1 }
    }
}
