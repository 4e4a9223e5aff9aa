import Documents
import OrderedCollections

/// The operators that rules of Ironic's own ask with.
enum NativeConditions {
    static func holds(
        _ condition: NativeOperation, for subject: RuleSubject, _ view: RuleView
    ) throws(RuleFault) -> Bool {
        guard let loop = condition.loop else { return try check(condition, nil, subject, view) }
        var results: [Bool] = []
        for item in condition.items {
            let result = try check(condition, item, subject, view)
            if condition.multiple == .first, result || loop.map != nil { return result }
            results = condition.multiple == .last ? [result] : results + [result]
        }
        switch condition.multiple {
        case .any: return results.contains(true)
        case .all: return !results.contains(false)
        case .first, .last: return results.first ?? false
        }
    }

    private static func check(
        _ condition: NativeOperation, _ item: DocumentValue?, _ subject: RuleSubject,
        _ view: RuleView
    ) throws(RuleFault) -> Bool {
        var arguments = condition.filledArguments(subject, item, view)
        // Places that are filled become texts, so a loop compares texts.
        if item != nil, arguments["values"] != nil, condition.name != "one-of" {
            arguments["force_strings"] = true
        }
        return try result(condition.name, arguments) != condition.isInverted
    }

    private static func result(
        _ name: String, _ arguments: OrderedDictionary<String, DocumentValue>
    ) throws(RuleFault) -> Bool {
        let value = arguments["value"] ?? .null
        switch name {
        case "eq", "lt", "gt": return try compare(name, arguments)
        case "is-empty": return ["", "None", "[]", "{}"].contains(value.text)
        case "is-none": return value == .null
        case "is-true": return truth(value, ["yes", "true"]) ?? false
        case "is-false": return try isFalse(value)
        case "in-net": return try isInNetwork(arguments)
        case "one-of": return try isOne(of: arguments["values"] ?? [], value)
        default: return try matches(name, value, arguments["regex"] ?? .null)
        }
    }

    private static func compare(
        _ name: String, _ arguments: OrderedDictionary<String, DocumentValue>
    ) throws(RuleFault) -> Bool {
        let given = arguments["values"] ?? .null
        guard var values = given.list else {
            throw RuleFault(
                "Failed to check condition: '\(name)' on values: \(given.text): Expected list for"
                    + " 'values', got: \(given.kind)")
        }
        if arguments["force_strings"]?.isTrue == true { values = values.map { .string($0.text) } }
        for (left, right) in zip(values, values.dropFirst()) {
            guard try compare(name, left, right) else { return false }
        }
        return true
    }

    private static func compare(
        _ name: String, _ left: DocumentValue, _ right: DocumentValue
    ) throws(RuleFault) -> Bool {
        if name == "eq" { return left.equals(right) }
        let isLess = name == "lt" ? left.isLess(than: right) : right.isLess(than: left)
        guard let isLess else {
            throw RuleFault(
                "'\(name == "lt" ? "<" : ">")' not supported between instances of '\(left.kind)'"
                    + " and '\(right.kind)'")
        }
        return isLess
    }

    /// Booleans and numbers are what they are; texts are true by certain words; the rest is
    /// nothing.
    private static func truth(_ value: DocumentValue, _ words: [String]) -> Bool? {
        switch value {
        case .bool(let truth): truth
        case .integer(let number): number != 0
        case .real(let number): number != 0
        case .string(let text): words.contains(text.lowercased())
        default: nil
        }
    }

    private static func isFalse(_ value: DocumentValue) throws(RuleFault) -> Bool {
        switch value {
        case .string(let text): ["no", "false"].contains(text.lowercased())
        case .null: true
        default: truth(value, []).map { !$0 } ?? false
        }
    }

    private static func isOne(
        of values: DocumentValue, _ value: DocumentValue
    ) throws(RuleFault) -> Bool {
        switch (values, value) {
        case (.list(let items), _): return items.contains { $0.equals(value) }
        case (.string(let text), .string(let part)): return part.isEmpty || text.contains(part)
        case (.map(let entries), .string(let key)): return entries[key] != nil
        case (.map, .list), (.map, .map): throw RuleFault("unhashable type: '\(value.kind)'")
        case (.map, _): return false
        default: throw RuleFault("'\(value.kind)' is not to be found in '\(values.kind)'")
        }
    }

    private static func isInNetwork(
        _ arguments: OrderedDictionary<String, DocumentValue>
    ) throws(RuleFault) -> Bool {
        let (address, subnet) = (arguments["address"]?.text ?? "", arguments["subnet"]?.text ?? "")
        guard let block = AddressBlock(subnet) else {
            throw RuleFault("invalid value: invalid IPNetwork \(subnet)")
        }
        guard let bytes = AddressBlock.address(address) else {
            throw RuleFault("failed to detect a valid IP address from '\(address)'")
        }
        return block.contains(bytes)
    }

    private static func matches(
        _ name: String, _ value: DocumentValue, _ pattern: DocumentValue
    ) throws(RuleFault) -> Bool {
        let text = pattern.text
        guard !text.isEmpty || name == "contains", let regex = PythonRegex(text) else {
            throw RuleFault("invalid regular expression: \(text)")
        }
        if name == "contains" { return regex.isIn(value.text) }
        let whole = text.hasSuffix("$") ? regex : PythonRegex(text + "$")
        return whole?.beginsIn(value.text) ?? false
    }
}
