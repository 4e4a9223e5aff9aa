import OrderedCollections

/// YAQL's operators between values.
enum YaqlOperators {
    static func prefix(_ name: String, _ value: YaqlValue) throws(YaqlError) -> YaqlValue {
        switch (name, value) {
        case ("not", _): return .truth(!value.isTrue)
        case ("+", .scalar(.integer)), ("+", .scalar(.real)): return value
        case ("-", .scalar(.integer(let number))): return .number(0 &- number)
        case ("-", .scalar(.real(let number))): return .scalar(.real(-number))
        default: throw YaqlError("'\(name)' does not take \(value.kind)")
        }
    }

    static func infix(
        _ name: String, _ left: YaqlValue, _ right: YaqlValue
    ) throws(YaqlError) -> YaqlValue {
        switch name {
        case "=": return .truth(left.isSame(as: right))
        case "!=": return .truth(!left.isSame(as: right))
        case "<", ">", "<=", ">=": return .truth(try isInOrder(left, name, right))
        case "in": return .truth(try contains(right, left))
        case "+": return try sum(left, right)
        case "*":
            if let repeated = try repeated(left, right) { return repeated }
            if let repeated = try repeated(right, left) { return repeated }
            return try number(name, left, right)
        case "-", "/", "mod": return try number(name, left, right)
        case "=~", "!~":
            guard let text = left.text, let pattern = right.text ?? right.pattern else { break }
            return .truth(try YaqlRegex(pattern).isIn(text) == (name == "=~"))
        default: break
        }
        throw YaqlError("'\(name)' does not take \(left.kind) and \(right.kind)")
    }

    /// Nothing comes before everything.
    static func isInOrder(
        _ left: YaqlValue, _ name: String, _ right: YaqlValue
    ) throws(YaqlError) -> Bool {
        let isLess: Bool
        switch (left, right) {
        case (.scalar(.null), _): isLess = right != .null
        case (_, .scalar(.null)): isLess = false
        case (.scalar(.string(let one)), .scalar(.string(let two))):
            isLess = TemplateValue.precedes(one, two)
        case (.scalar(let one), .scalar(let two)):
            guard let first = one.number, let second = two.number else {
                throw YaqlError("'\(name)' does not take \(left.kind) and \(right.kind)")
            }
            isLess = first < second
        default: throw YaqlError("'\(name)' does not take \(left.kind) and \(right.kind)")
        }
        let isEqual = left.isSame(as: right)
        return switch name {
        case "<": isLess
        case "<=": isLess || isEqual
        case ">": !isLess && !isEqual
        default: !isLess
        }
    }

    static func contains(
        _ whole: YaqlValue, _ part: YaqlValue
    ) throws(YaqlError) -> Bool {
        if let items = whole.items { return items.contains(where: part.isSame) }
        guard let text = whole.text, let piece = part.text else {
            throw YaqlError("nothing can be in \(whole.kind)")
        }
        return piece.isEmpty || SeparatedText.parts(of: text, separatedBy: piece).count > 1
    }

    private static func sum(
        _ left: YaqlValue, _ right: YaqlValue
    ) throws(YaqlError) -> YaqlValue {
        switch (left, right) {
        case (.list(let one), .list(let two)): return .list(one + two)
        case (.map(let one), .map(let two)): return .map(one.merging(two) { $1 })
        case (.scalar(.string(let one)), .scalar(.string(let two))): return .text(one + two)
        default:
            if let one = left.items, let two = right.items { return .stream(one + two) }
            return try number("+", left, right)
        }
    }

    /// A text or a list some times; nil for anything else.
    private static func repeated(
        _ value: YaqlValue, _ times: YaqlValue
    ) throws(YaqlError) -> YaqlValue? {
        guard let times = times.integer, value.text != nil || value.items != nil else { return nil }
        let size = value.text?.utf8.count ?? value.items?.count ?? 0
        guard times <= YaqlLimits.items / max(1, size) else {
            throw YaqlError("something is repeated \(times) times")
        }
        if let text = value.text { return .text(String(repeating: text, count: max(0, times))) }
        return .list(
            Array(repeatElement(value.items ?? [], count: max(0, times)).joined()))
    }

    /// Whole numbers stay whole, and are divided downwards.
    private static func number(
        _ name: String, _ left: YaqlValue, _ right: YaqlValue
    ) throws(YaqlError) -> YaqlValue {
        if let one = left.integer, let two = right.integer {
            return .number(try whole(name, one, two))
        }
        guard let first = left.real, let second = right.real else {
            throw YaqlError("'\(name)' does not take \(left.kind) and \(right.kind)")
        }
        switch name {
        case "+": return .scalar(.real(first + second))
        case "-": return .scalar(.real(first - second))
        case "*": return .scalar(.real(first * second))
        default:
            guard second != 0 else { throw YaqlError("something is divided by zero") }
            let quotient = first / second
            let rest = first - second * quotient.rounded(.down)
            return .scalar(.real(name == "/" ? quotient : rest))
        }
    }

    private static func whole(_ name: String, _ one: Int, _ two: Int) throws(YaqlError) -> Int {
        let (result, isTooLarge): (Int, Bool)
        switch name {
        case "+": (result, isTooLarge) = one.addingReportingOverflow(two)
        case "-": (result, isTooLarge) = one.subtractingReportingOverflow(two)
        case "*": (result, isTooLarge) = one.multipliedReportingOverflow(by: two)
        default:
            guard two != 0, one != .min else { throw YaqlError("something is divided by zero") }
            let (quotient, rest) = one.quotientAndRemainder(dividingBy: two)
            let isDownwards = rest != 0 && (rest < 0) != (two < 0)
            if name == "/" { return isDownwards ? quotient - 1 : quotient }
            return isDownwards ? rest + two : rest
        }
        if isTooLarge { throw YaqlError("a number is too large") }
        return result
    }
}

extension YaqlValue {
    /// A number's size; booleans are no numbers.
    var real: Double? {
        switch self {
        case .scalar(.integer(let number)): Double(number)
        case .scalar(.real(let number)): number
        default: nil
        }
    }

    /// A regular expression's.
    var pattern: String? { if case .regex(let pattern) = self { pattern } else { nil } }
}
