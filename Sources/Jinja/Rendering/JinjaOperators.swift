/// What Python's operators do.
enum JinjaOperators {
    static func unary(_ sign: String, _ value: JinjaValue) throws(JinjaFault) -> JinjaValue {
        switch (sign, value) {
        case ("not", _): return .bool(!value.isTrue)
        case ("-", .real(let number)): return .real(-number)
        case (_, .real): return value
        default:
            guard let number = value.integer else {
                throw .value("bad operand type for unary \(sign)")
            }
            return .integer(sign == "-" ? 0 &- number : number)
        }
    }

    static func binary(
        _ sign: String, _ one: JinjaValue, _ two: JinjaValue
    ) throws(JinjaFault) -> JinjaValue {
        if ["==", "!=", "in", "not in", "<", ">", "<=", ">="].contains(sign) {
            try one.checkSize()
            try two.checkSize()
        }
        switch sign {
        case "==": return .bool(one.equals(two))
        case "!=": return .bool(!one.equals(two))
        case "~": return .string(one.text + two.text)
        case "in", "not in":
            guard let isIn = two.contains(one) else {
                throw .value("argument of type '\(two.text)' is not iterable")
            }
            return .bool(isIn == (sign == "in"))
        case "<", ">", "<=", ">=": return .bool(try ordered(sign, one, two))
        default: return try arithmetic(sign, one, two)
        }
    }

    private static func ordered(
        _ sign: String, _ one: JinjaValue, _ two: JinjaValue
    ) throws(JinjaFault) -> Bool {
        guard let isLess = one.precedes(two), let isMore = two.precedes(one) else {
            throw unsupported(sign, one, two)
        }
        switch sign {
        case "<": return isLess
        case ">": return isMore
        case "<=": return isLess || one.equals(two)
        default: return isMore || one.equals(two)
        }
    }

    private static func unsupported(
        _ sign: String, _ one: JinjaValue, _ two: JinjaValue
    ) -> JinjaFault {
        for case .undefined(let name) in [one, two] { return .value("\(name) is undefined") }
        return .value("'\(sign)' not supported between these values")
    }

    private static func arithmetic(
        _ sign: String, _ one: JinjaValue, _ two: JinjaValue
    ) throws(JinjaFault) -> JinjaValue {
        switch (sign, one, two) {
        case ("+", .string(let one), .string(let two)): return .string(one + two)
        case ("+", .list(let one), .list(let two)): return .list(one.items + two.items)
        case ("+", .tuple(let one), .tuple(let two)): return .tuple(one + two)
        case ("*", .string(let text), _): return .string(try repeated(text, two))
        case ("%", .string(let text), _): return .string(try formatted(text, two))
        default: break
        }
        if let one = one.integer, let two = two.integer, sign != "/" {
            return try integers(sign, one, two)
        }
        guard let left = one.real, let right = two.real else { throw unsupported(sign, one, two) }
        return try reals(sign, left, right)
    }

    private static func repeated(_ text: String, _ count: JinjaValue) throws(JinjaFault) -> String {
        guard let count = count.integer, count * text.utf8.count <= JinjaLimits.rounds else {
            throw .value("cannot repeat a text so often")
        }
        return String(repeating: text, count: max(0, count))
    }

    private static func integers(
        _ sign: String, _ one: Int, _ two: Int
    ) throws(JinjaFault) -> JinjaValue {
        let (value, isTooLarge): (Int, Bool)
        switch sign {
        case "+": (value, isTooLarge) = one.addingReportingOverflow(two)
        case "-": (value, isTooLarge) = one.subtractingReportingOverflow(two)
        case "*": (value, isTooLarge) = one.multipliedReportingOverflow(by: two)
        case "//", "%":
            guard two != 0, one != .min else { throw .value("division by zero") }
            let rest = ((one % two) + two) % two
            (value, isTooLarge) = (sign == "%" ? rest : (one - rest) / two, false)
        default: return try power(one, two)
        }
        guard !isTooLarge else { throw .value("the number is too large") }
        return .integer(value)
    }

    private static func power(_ base: Int, _ exponent: Int) throws(JinjaFault) -> JinjaValue {
        guard (0...64).contains(exponent) else { throw .value("the exponent is out of range") }
        var power = 1
        for _ in 0..<exponent {
            let (next, isTooLarge) = power.multipliedReportingOverflow(by: base)
            guard !isTooLarge else { throw .value("the number is too large") }
            power = next
        }
        return .integer(power)
    }

    private static func reals(
        _ sign: String, _ one: Double, _ two: Double
    ) throws(JinjaFault) -> JinjaValue {
        if sign.hasPrefix("/") || sign == "%", two == 0 { throw .value("division by zero") }
        switch sign {
        case "+": return .real(one + two)
        case "-": return .real(one - two)
        case "*": return .real(one * two)
        case "/": return .real(one / two)
        case "//": return .real((one / two).rounded(.down))
        case "%": return .real(one - two * (one / two).rounded(.down))
        default: throw .value("'\(sign)' is not known for reals")
        }
    }

    /// `%s`, `%d` and `%%` of a text.
    static func formatted(_ text: String, _ value: JinjaValue) throws(JinjaFault) -> String {
        var values = [value][...]
        if case .tuple(let items) = value { values = items[...] }
        var written = ""
        var rest = text[...]
        while let sign = rest.firstIndex(of: "%") {
            written += rest[..<sign]
            let kind = rest[rest.index(after: sign)...].first
            rest = rest[sign...].dropFirst(2)
            switch kind {
            case "%": written += "%"
            case "s", "d", "i":
                guard let value = values.popFirst() else {
                    throw .value("not enough arguments for format string")
                }
                written += value.text
            default: throw .value("unsupported format character")
            }
        }
        return written + rest
    }
}
