public import Hardware

extension BIOSSetting {
    /// Reads a setting as Ironic's BIOS API shows it in detail.
    ///
    /// - Throws: ``RecordRefusal/invalid(_:)`` for one that says not what values it takes.
    public init(reported body: JSONValue) throws(RecordRefusal) {
        guard let name = body["name"]?.text, let value = body["value"]?.text else {
            throw .invalid("a setting has a 'name' and a 'value'")
        }
        self.init(
            BIOSSettingName(name), value, in: try Self.domain(body),
            isReadOnly: body["read_only"]?.truth ?? false,
            isUnique: body["unique"]?.truth ?? false)
    }

    private static func domain(_ body: JSONValue) throws(RecordRefusal) -> Domain {
        switch body["attribute_type"]?.text {
        case "Enumeration":
            return .enumeration((body["allowable_values"]?.list ?? []).compactMap(\.text))
        case "String":
            return .string(try bounds(body, "min_length", "max_length"))
        case "Integer": return .integer(try bounds(body, "lower_bound", "upper_bound"))
        case "Boolean": return .boolean
        default: throw .invalid("'attribute_type' cannot be \(body["attribute_type"] ?? .null)")
        }
    }

    private static func bounds(
        _ body: JSONValue, _ lowest: String, _ highest: String
    ) throws(RecordRefusal) -> ClosedRange<Int> {
        let (low, high) = (body[lowest]?.integer ?? 0, body[highest]?.integer ?? .max)
        guard low <= high else { throw .invalid("'\(lowest)' is above '\(highest)'") }
        return low...high
    }

    /// As Ironic's BIOS API shows it in detail, less its links and dates.
    public var body: [String: JSONValue] {
        var body: [String: JSONValue] = [
            "name": .text(name.text), "value": .text(value), "read_only": .truth(isReadOnly),
            "unique": isUnique ? true : .null, "reset_required": .null, "allowable_values": .null,
            "lower_bound": .null, "upper_bound": .null, "min_length": .null, "max_length": .null,
        ]
        switch domain {
        case .enumeration(let words):
            body["attribute_type"] = "Enumeration"
            body["allowable_values"] = .list(words.map { .text($0) })
        case .string(let lengths):
            body["attribute_type"] = "String"
            body["min_length"] = .integer(lengths.lowerBound)
            body["max_length"] = .integer(lengths.upperBound)
        case .integer(let range):
            body["attribute_type"] = "Integer"
            body["lower_bound"] = .integer(range.lowerBound)
            body["upper_bound"] = .integer(range.upperBound)
        case .boolean: body["attribute_type"] = "Boolean"
        }
        return body
    }
}
