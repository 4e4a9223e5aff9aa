/// What stands behind `is`.
enum JinjaTests {
    static func holds(
        _ name: String, of value: JinjaValue, _ arguments: [JinjaValue]
    ) throws(JinjaFault) -> Bool {
        switch name {
        case "defined": if case .undefined = value { return false } else { return true }
        case "undefined": if case .undefined = value { return true } else { return false }
        case "none": if case .none = value { return true } else { return false }
        case "mapping": if case .map = value { return true } else { return false }
        case "string": return value.string != nil
        case "boolean": if case .bool = value { return true } else { return false }
        case "true": if case .bool(true) = value { return true } else { return false }
        case "false": if case .bool(false) = value { return true } else { return false }
        case "integer": if case .integer = value { return true } else { return false }
        case "float": if case .real = value { return true } else { return false }
        case "number": return value.real != nil
        case "iterable", "sequence": return value.items != nil
        case "callable": if case .function = value { return true } else { return false }
        case "odd": return try number(value) % 2 != 0
        case "even": return try number(value) % 2 == 0
        case "lower": return value.text == value.text.lowercased()
        case "upper": return value.text == value.text.uppercased()
        default: return try holds(name, of: value, with: arguments.first)
        }
    }

    private static func number(_ value: JinjaValue) throws(JinjaFault) -> Int {
        guard let number = value.integer else { throw .value("'\(value.text)' is no number") }
        return number
    }

    private static func holds(
        _ name: String, of value: JinjaValue, with other: JinjaValue?
    ) throws(JinjaFault) -> Bool {
        let signs = [
            "equalto": "==", "eq": "==", "ne": "!=", "lt": "<", "lessthan": "<", "le": "<=",
            "gt": ">", "greaterthan": ">", "ge": ">=", "in": "in",
        ]
        if let sign = signs[name], let other {
            return try JinjaOperators.binary(sign, value, other).isTrue
        }
        if name == "divisibleby", let divisor = other?.integer, divisor != 0 {
            return try number(value) % divisor == 0
        }
        throw .value("No test named '\(name)'.")
    }
}
