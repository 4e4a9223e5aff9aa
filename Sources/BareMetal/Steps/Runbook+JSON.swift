import Hardware
public import World

extension Runbook: APIRecord {
    public static let collection = "runbooks"

    static let schema = RecordSchema(
        fields: [
            RecordSchema.Field(name: "description", shapes: [.text], longest: 255),
            RecordSchema.Field(name: "disable_ramdisk", shapes: [.truth]),
            RecordSchema.Field(name: "extra", shapes: [.object]),
            RecordSchema.Field(name: "name", shapes: [.text], isNullable: false, isRequired: true),
            RecordSchema.Field(name: "owner", shapes: [.text], longest: 255),
            RecordSchema.Field(name: "public", shapes: [.truth]),
            RecordSchema.Field(name: "steps", shapes: [.list], isNullable: false, isRequired: true),
            RecordSchema.Field(name: "uuid", shapes: [.text]),
        ],
        patchable: ["description", "disable_ramdisk", "extra", "name", "owner", "public", "steps"])

    /// A runbook whose traits are given by other requests; the trait of its name stands for them
    /// where that is one.
    public init(
        creating body: JSONValue, uuid: Identifier, nodes: NodeIndex
    ) throws(RecordRefusal) {
        let (fields, uuid) = try Self.schema.creation(body, uuid: uuid)
        try self.init(fields, uuid: uuid, traits: nil)
    }

    public init(reported body: JSONValue, nodes: NodeIndex) throws(RecordRefusal) {
        let (fields, uuid) = try Self.schema.report(body)
        var traits: [Trait]?
        if let list = body["traits"] { traits = try TraitRules.read(list) }
        try self.init(fields, uuid: uuid, traits: traits)
        dates = RecordDates(body)
    }

    private init(
        _ fields: RecordFields, uuid: Identifier, traits: [Trait]?
    ) throws(RecordRefusal) {
        var entries: [Entry] = []
        for (index, value) in (fields["steps"]?.list ?? []).enumerated() {
            let path = "steps[\(index)]"
            let order = value["order"].flatMap { $0.integer ?? $0.text.flatMap { Int($0) } }
            guard let order, order >= 0 else {
                throw .invalid("\(path).order: expected a whole number, 0 or more")
            }
            do {
                entries.append(Entry(try RequestedStep(value, for: .clean, at: path), order: order))
            } catch { throw .invalid("\(error)") }
        }
        let name = fields.text("name") ?? ""
        do {
            try self.init(
                name: name, uuid: uuid, entries: entries,
                ramdisk: fields["disable_ramdisk"] == true ? .disabled : .allowed,
                traits: traits ?? (Trait(name).isValid ? nil : []))
        } catch { throw .invalid("\(error)") }
        description = fields.text("description")
        owner = fields.text("owner").map { ProjectID($0) }
        visibility = fields["public"] == true ? .everybody : .own
        extra = fields.object("extra")
    }

    /// A runbook that gets another name is another document; whoever writes it deletes this one.
    public func patched(
        by patch: JSONPatch, nodes: NodeIndex
    ) throws(RecordRefusal) -> Runbook {
        let fields = try Self.schema.patched(told, by: patch)
        var runbook = try Runbook(fields, uuid: uuid, traits: traits)
        runbook.dates = dates
        return runbook
    }

    /// Arguments are told less their secrets.
    public func body(nodes: NodeIndex) -> [String: JSONValue] {
        var body = told
        body["steps"] = .list(entries.map { .object(RecordSecrets.masked($0.body)) })
        return body
    }

    private var told: [String: JSONValue] {
        var body: [String: JSONValue] = [
            "description": .orNull(description), "disable_ramdisk": .truth(ramdisk == .disabled),
            "extra": .object(extra), "name": .text(name), "owner": .orNull(owner?.text),
            "public": .truth(visibility == .everybody),
            "steps": .list(entries.map { .object($0.body) }),
            "traits": .list((traits ?? [Trait(name)]).map { .text($0.text) }),
            "uuid": .text(uuid.text),
        ]
        dates.put(in: &body)
        return body
    }
}

extension Runbook.Entry {
    fileprivate var body: [String: JSONValue] {
        step.body.merging(["order": .integer(order)]) { $1 }
    }
}
