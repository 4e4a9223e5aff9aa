import World

/// What the JSON of a record may hold, as the schemas of Ironic's API have it.
struct RecordSchema: Sendable {
    enum Shape: Sendable {
        case text, truth, integer, list, object
    }

    struct Field: Sendable {
        let name: String
        let shapes: [Shape]
        var isNullable = true
        var isRequired = false
        /// Of a text, in characters.
        var longest = Int.max
    }

    let fields: [Field]
    /// The fields a patch may name.
    let patchable: [String]

    /// - Parameter foreign: what to do with keys that are none of the schema's.
    func check(
        _ body: JSONValue, foreign: ForeignKeys = .refused
    ) throws(RecordRefusal) -> RecordFields {
        guard let object = body.object else { throw .invalid("a record is a JSON object") }
        var known: [String: JSONValue] = [:]
        for field in fields {
            guard let value = object[field.name] else {
                if field.isRequired { throw .invalid("'\(field.name)' is missing") }
                continue
            }
            try check(value, field)
            known[field.name] = value
        }
        if foreign == .refused, let stranger = object.keys.sorted().first(where: { !has($0) }) {
            throw .invalid("there is no attribute '\(stranger)'")
        }
        return RecordFields(known)
    }

    enum ForeignKeys { case refused, ignored }

    func check(_ patch: JSONPatch) throws(RecordRefusal) {
        guard let stranger = patch.fields.first(where: { !patchable.contains($0) }) else { return }
        throw .invalid("'\(stranger)' cannot be patched; \(patchable.joined(separator: ", ")) can")
    }

    /// What a request to create a record says of it, and the identifier that it gets.
    ///
    /// - Parameter uuid: the identifier where the request gives none.
    func creation(
        _ body: JSONValue, uuid: Identifier
    ) throws(RecordRefusal) -> (fields: RecordFields, uuid: Identifier) {
        let fields = try check(body)
        return (fields, try fields.identifier("uuid") ?? uuid)
    }

    /// What a service reports of a record it has.
    func report(
        _ body: JSONValue
    ) throws(RecordRefusal) -> (fields: RecordFields, uuid: Identifier) {
        let fields = try check(body, foreign: .ignored)
        guard let uuid = try fields.identifier("uuid") else { throw .invalid("'uuid' is missing") }
        return (fields, uuid)
    }

    /// What a record says once a patch was applied.
    func patched(
        _ body: [String: JSONValue], by patch: JSONPatch
    ) throws(RecordRefusal) -> RecordFields {
        try check(patch)
        return try check(try patch.applied(to: .object(body)), foreign: .ignored)
    }

    private func has(_ name: String) -> Bool { fields.contains { $0.name == name } }

    private func check(_ value: JSONValue, _ field: Field) throws(RecordRefusal) {
        if value == .null, field.isNullable { return }
        guard field.shapes.contains(where: { $0.fits(value) }) else {
            throw .invalid("'\(field.name)' cannot be \(value)")
        }
        guard (value.text?.unicodeScalars.count ?? 0) <= field.longest else {
            throw .invalid("'\(field.name)' is longer than \(field.longest) characters")
        }
    }
}

extension RecordSchema.Shape {
    fileprivate func fits(_ value: JSONValue) -> Bool {
        switch (self, value) {
        case (.text, .text), (.truth, .truth), (.integer, .integer), (.list, .list),
            (.object, .object):
            true
        default: false
        }
    }
}
