import Hardware
public import World

extension Allocation: APIRecord {
    public static let collection = "allocations"

    static let schema = RecordSchema(
        fields: [
            RecordSchema.Field(name: "candidate_nodes", shapes: [.list]),
            RecordSchema.Field(name: "extra", shapes: [.object]),
            RecordSchema.Field(name: "name", shapes: [.text]),
            RecordSchema.Field(name: "node", shapes: [.text]),
            RecordSchema.Field(name: "owner", shapes: [.text]),
            RecordSchema.Field(name: "resource_class", shapes: [.text], longest: 80),
            RecordSchema.Field(name: "traits", shapes: [.list]),
            RecordSchema.Field(name: "uuid", shapes: [.text]),
        ], patchable: ["name", "extra"])

    /// The node that a request wants the allocation made of, which is in use already; nil where one
    /// is to be found.
    public static func backfilled(
        by body: JSONValue, nodes: NodeIndex
    ) throws(RecordRefusal) -> NodeName? {
        guard let name = try schema.check(body).text("node") else { return nil }
        return try nodes.name(of: name)
    }

    public init(
        creating body: JSONValue, uuid: Identifier, nodes: NodeIndex
    ) throws(RecordRefusal) {
        let (fields, uuid) = try Self.schema.creation(body, uuid: uuid)
        try self.init(fields, uuid: uuid, nodes: nodes)
        guard resourceClass != nil || fields.text("node") != nil else {
            throw .invalid("an allocation has a resource_class, unless its node is there already")
        }
    }

    public init(reported body: JSONValue, nodes: NodeIndex) throws(RecordRefusal) {
        let (fields, uuid) = try Self.schema.report(body)
        try self.init(fields, uuid: uuid, nodes: nodes)
        guard let state = body["state"]?.text.flatMap(State.init) else {
            throw .invalid("'state' is one of allocating, active and error")
        }
        let node = try body["node_uuid"]?.text.map(nodes.name)
        self = reported(state, on: node, lastError: body["last_error"]?.text)
        dates = RecordDates(body)
    }

    private init(
        _ fields: RecordFields, uuid: Identifier, nodes: NodeIndex
    ) throws(RecordRefusal) {
        var candidates: [NodeName] = []
        for text in try fields.texts("candidate_nodes") {
            candidates.append(try nodes.name(of: text))
        }
        let traits = try fields.texts("traits").map { Trait($0) }
        for trait in traits where !trait.isValid {
            throw .invalid("'\(trait)' is neither a standard trait nor a custom one")
        }
        if let name = fields.text("name"), !name.isEmpty, !RecordName.isValid(name) {
            throw .invalid("'\(name)' is no allocation's name")
        }
        self.init(
            uuid: uuid, name: fields.text("name"),
            resourceClass: fields.text("resource_class").map { ResourceClass($0) },
            traits: traits, candidates: candidates,
            owner: fields.text("owner").map { ProjectID($0) })
        extra = fields.object("extra")
    }

    public func patched(
        by patch: JSONPatch, nodes: NodeIndex
    ) throws(RecordRefusal) -> Allocation {
        let fields = try Self.schema.patched(body(nodes: nodes), by: patch)
        if let name = fields.text("name"), !RecordName.isValid(name) {
            throw .invalid("'\(name)' is no allocation's name")
        }
        var allocation = self
        allocation.name = fields.text("name")
        allocation.extra = fields.object("extra")
        return allocation
    }

    public func body(nodes: NodeIndex) -> [String: JSONValue] {
        var body: [String: JSONValue] = [
            "candidate_nodes": .list(candidates.map { nodes.value(of: $0) }),
            "extra": .object(extra), "last_error": .orNull(lastError), "name": .orNull(name),
            "node_uuid": nodes.value(of: node), "owner": .orNull(owner?.text),
            "resource_class": .orNull(resourceClass?.text), "state": .text(state.rawValue),
            "traits": .list(traits.map { .text($0.text) }), "uuid": .text(uuid.text),
        ]
        dates.put(in: &body)
        return body
    }
}
