import OrderedCollections

/// Holds values to the schemas of properties, and converts them as Heat does.
enum PropertyCheck {
    typealias Map = OrderedDictionary<String, TemplateValue>

    static func values(
        _ given: Map, _ schemas: OrderedDictionary<String, PropertySchema>
    ) throws(PropertyFault) -> Map {
        for key in given.keys where schemas[key] == nil {
            throw PropertyFault("Unknown Property \(key)")
        }
        let given = translated(given, schemas)
        var values: Map = [:]
        for (name, schema) in schemas {
            if let value = given[name] {
                do { values[name] = try self.value(value, schema) } catch {
                    throw error.within(name)
                }
            } else if schema.defaultValue != nil {
                values[name] = try value(.null, schema)
            } else if schema.presence == .required {
                throw PropertyFault("Property \(name) not assigned")
            }
        }
        return values
    }

    /// The same with what stands under former names under those of today.
    private static func translated(
        _ given: Map, _ schemas: OrderedDictionary<String, PropertySchema>
    ) -> Map {
        var given = given
        for (name, schema) in schemas where given[name] == nil {
            guard let former = schema.formerName, let value = given[former] else { continue }
            given[former] = nil
            given[name] = value
        }
        return given
    }

    static func value(
        _ given: TemplateValue, _ schema: PropertySchema
    ) throws(PropertyFault) -> TemplateValue {
        let value = try converted(given == .null ? schema.defaultValue ?? .null : given, schema)
        for rule in schema.rules { try hold(value, to: rule) }
        return value
    }

    private static func converted(
        _ value: TemplateValue, _ schema: PropertySchema
    ) throws(PropertyFault) -> TemplateValue {
        switch schema.kind {
        case .string: try text(value)
        case .integer: try integer(value)
        case .number: try number(value)
        case .boolean: try boolean(value)
        case .list: try list(value, schema)
        case .map: try map(value, schema)
        case .any: value
        }
    }

    // MARK: Scalars

    private static func text(_ value: TemplateValue) throws(PropertyFault) -> TemplateValue {
        switch value {
        case .null: return ""
        case .string: return value
        case .bool, .integer: return .string(value.text)
        case .real, .list, .map:
            throw PropertyFault("Value must be a string; got \(value.pythonNotation)")
        }
    }

    private static func integer(_ value: TemplateValue) throws(PropertyFault) -> TemplateValue {
        switch value {
        case .null: return 0
        case .integer: return value
        case .bool(let truth): return .integer(truth ? 1 : 0)
        case .real(let number):
            if let whole = Int(exactly: number.rounded(.towardZero)) { return .integer(whole) }
        case .string(let text):
            if let whole = TemplateValue.integer(numeral: text) { return .integer(whole) }
        case .list, .map: break
        }
        throw PropertyFault("Value '\(value.text)' is not an integer")
    }

    private static func number(_ value: TemplateValue) throws(PropertyFault) -> TemplateValue {
        if value == .null { return 0 }
        do throws(ParameterFault) {
            return try ParameterType.number.value(of: value)
        } catch {
            throw PropertyFault("Value \"\(value.text)\" is invalid for data type \"number\".")
        }
    }

    private static func boolean(_ value: TemplateValue) throws(PropertyFault) -> TemplateValue {
        switch value {
        case .null: return false
        case .bool: return value
        case .string(let text):
            switch text.lowercased() {
            case "true": return true
            case "false": return false
            case let other: throw PropertyFault("\"\(other)\" is not a valid boolean")
            }
        default: throw PropertyFault("\"\(value.text)\" is not a valid boolean")
        }
    }

    // MARK: Lists and maps

    private static func list(
        _ value: TemplateValue, _ schema: PropertySchema
    ) throws(PropertyFault) -> TemplateValue {
        var items: [TemplateValue]
        switch value {
        case .null: items = []
        case .list(let given): items = given
        case .string(let text) where schema.isParameter:
            items =
                text.isEmpty
                ? []
                : text.split(separator: ",", omittingEmptySubsequences: false)
                    .map { .string(String($0)) }
        default: throw PropertyFault("\"\(value.pythonNotation)\" is not a list")
        }
        guard let item = schema.items.first else { return .list(items) }
        for index in items.indices {
            do { items[index] = try self.value(items[index], item) } catch {
                throw error.within(String(index))
            }
        }
        return .list(items)
    }

    private static func map(
        _ value: TemplateValue, _ schema: PropertySchema
    ) throws(PropertyFault) -> TemplateValue {
        switch value {
        case .null:
            return schema.members.isEmpty ? .emptyMap : .map(try values([:], schema.members))
        case .map(let entries):
            return schema.members.isEmpty ? value : .map(try values(entries, schema.members))
        case .string where schema.isParameter: return value
        case .list where schema.isParameter: return .string(value.json())
        default: throw PropertyFault("\"\(value.text)\" is not a map")
        }
    }

    // MARK: Constraints

    private static func hold(
        _ value: TemplateValue, to rule: ParameterRule
    ) throws(PropertyFault) {
        switch rule {
        case .range(let bounds):
            guard let number = value.number, !bounds.contains(number) else { return }
            throw PropertyFault("\(value.text) is out of range (\(bounds.limits))")
        case .length(let bounds):
            guard let length = value.length, !bounds.contains(Double(length)) else { return }
            throw PropertyFault("length (\(length)) is out of range (\(bounds.limits))")
        case .modulo(let step, let offset):
            guard let number = value.number else { return }
            let rest = number - Double(step) * (number / Double(step)).rounded(.down)
            if rest == Double(offset) { return }
            throw PropertyFault(
                "\(value.text) is not a multiple of \(step) with an offset of \(offset))")
        case .allowedValues(let allowed): try hold(value, among: allowed)
        case .allowedPattern(let pattern):
            guard case .string(let text) = value, !TextPattern.matches(text, pattern) else {
                return
            }
            throw PropertyFault("\"\(text)\" does not match pattern \"\(pattern)\"")
        case .custom: return
        }
    }

    /// Of a list every item must be allowed.
    private static func hold(
        _ value: TemplateValue, among allowed: [TemplateValue]
    ) throws(PropertyFault) {
        let items: [TemplateValue] = if case .list(let items) = value { items } else { [value] }
        guard items.contains(where: { item in !allowed.contains(where: item.isSame) }) else {
            return
        }
        let names = allowed.map { $0.json() }.joined(separator: ", ")
        throw PropertyFault("\(value.json()) is not an allowed value [\(names)]")
    }
}

extension TemplateValue {
    fileprivate var length: Int? {
        switch self {
        case .string(let text): text.unicodeScalars.count
        case .list(let items): items.count
        case .map(let entries): entries.count
        default: nil
        }
    }
}

extension NumberBounds {
    /// As Heat tells them of a value that breaks them.
    fileprivate var limits: String {
        func text(_ number: Double?) -> String {
            number.map { Int(exactly: $0).map(String.init) ?? $0.description } ?? "None"
        }
        return "min: \(text(least)), max: \(text(greatest))"
    }
}
