import OrderedCollections

/// Functions that are called by their name alone.
extension YaqlEvaluator {
    mutating func call(_ call: YaqlCall, in scope: YaqlScope) throws(YaqlError) -> YaqlValue {
        switch call.name {
        case "coalesce":
            for node in call.arguments {
                let found = try value(of: node, in: scope)
                if found != .null { return found }
            }
            return .null
        case "switch":
            for (condition, result) in call.pairs
            where try value(of: condition, in: scope).isTrue {
                return try value(of: result, in: scope)
            }
            return .null
        case "dict" where call.arguments.isEmpty: return try map(call.pairs, in: scope)
        case "let": throw YaqlError("'let' needs '->' and an expression after it")
        default: break
        }
        // Functions that work on their first argument may be called on it too.
        if Self.extensions.contains(call.name), let receiver = call.arguments.first {
            let value = try value(of: receiver, in: scope)
            if call.name != "concat" || value.items != nil {
                let rest = YaqlCall(
                    name: call.name, arguments: Array(call.arguments.dropFirst()),
                    pairs: call.pairs)
                return try method(rest, on: value, in: scope)
            }
        }
        return try Self.plain(call.name, try values(of: call.arguments, in: scope))
    }

    private static let extensions = [
        "len", "distinct", "any", "all", "enumerate", "append", "concat",
    ]

    private static func plain(
        _ name: String, _ arguments: [YaqlValue]
    ) throws(YaqlError) -> YaqlValue {
        switch (name, arguments.first, arguments.count) {
        case ("list", _, _): return .list(arguments.flatMap(unrolled))
        case ("set", _, _): return .list(distinct(arguments.flatMap(unrolled)))
        case ("dict", let items?, 1): return .map(try entries(of: items))
        case ("range", let first?, 1...3):
            return try range(first, arguments.dropFirst().first, arguments.dropFirst(2).first)
        case ("min", let first?, 2):
            return try YaqlOperators.isInOrder(arguments[1], "<", first) ? arguments[1] : first
        case ("max", let first?, 2):
            return try YaqlOperators.isInOrder(arguments[1], ">", first) ? arguments[1] : first
        case ("concat", _, _):
            let texts = arguments.compactMap(\.text)
            guard texts.count == arguments.count else { break }
            return .text(texts.joined())
        case ("regex", let pattern?, 1):
            guard let text = pattern.text else { break }
            _ = try YaqlRegex(text)
            return .regex(text)
        case (_, let value?, 1):
            if let truth = kindTest(name, value) { return .truth(truth) }
            if let converted = try conversion(name, value) { return converted }
        default: break
        }
        throw YaqlError("there is no function '\(name)' for \(arguments.count) arguments")
    }

    /// Takes apart what is yielded item by item, and within it again.
    private static func unrolled(_ value: YaqlValue) -> [YaqlValue] {
        if case .stream(let items) = value { items.flatMap(unrolled) } else { [value] }
    }

    static func distinct(_ items: [YaqlValue]) -> [YaqlValue] {
        var seen: Set<YaqlValue> = []
        return items.filter { seen.insert($0).inserted }
    }

    private static func entries(
        of pairs: YaqlValue
    ) throws(YaqlError) -> OrderedDictionary<String, YaqlValue> {
        if case .map(let entries) = pairs { return entries }
        var entries: OrderedDictionary<String, YaqlValue> = [:]
        for pair in pairs.items ?? [] {
            guard let parts = pair.items, parts.count >= 2 else {
                throw YaqlError("'dict' takes pairs of a key and a value")
            }
            entries[parts[0].key] = parts[1]
        }
        guard pairs.items != nil else { throw YaqlError("'dict' takes pairs, not \(pairs.kind)") }
        return entries
    }

    private static func range(
        _ first: YaqlValue, _ second: YaqlValue?, _ step: YaqlValue?
    ) throws(YaqlError) -> YaqlValue {
        let start = second == nil ? 0 : first.integer
        guard let start, let end = (second ?? first).integer,
            let step = step.map(\.integer) ?? 1, step != 0,
            abs(Double(end) - Double(start)) / abs(Double(step)) <= Double(YaqlLimits.items)
        else { throw YaqlError("'range' takes whole numbers that are not too far apart") }
        return .stream(stride(from: start, to: end, by: step).map(YaqlValue.number))
    }

    // MARK: Kinds

    /// - Returns: nil for what is no question about a kind.
    private static func kindTest(_ name: String, _ value: YaqlValue) -> Bool? {
        switch (name, value) {
        case ("isString", _): value.text != nil
        case ("isList", .list): true
        case ("isList", _): false
        case ("isDict", .map): true
        case ("isDict", _): false
        case ("isInteger", _): value.integer != nil
        case ("isNumber", .scalar(.real)): true
        case ("isNumber", _): value.integer != nil
        case ("isBoolean", .scalar(.bool)): true
        case ("isBoolean", _): false
        case ("isRegex", .regex): true
        case ("isRegex", _): false
        default: nil
        }
    }

    /// - Returns: nil for what converts nothing.
    private static func conversion(
        _ name: String, _ value: YaqlValue
    ) throws(YaqlError) -> YaqlValue? {
        switch name {
        case "str": return .text(text(of: value))
        case "bool": return .truth(value.isTrue)
        case "int":
            if value == .null { return .number(0) }
            if case .scalar(.real(let number)) = value,
                let whole = Int(exactly: number.rounded(.towardZero))
            {
                return .number(whole)
            }
            if case .scalar(.bool(let truth)) = value { return .number(truth ? 1 : 0) }
            if let number = value.integer { return .number(number) }
            if let text = value.text, let number = TemplateValue.integer(numeral: text) {
                return .number(number)
            }
            throw YaqlError("'int' does not take \(value.kind)")
        case "float":
            if value == .null { return .scalar(.real(0)) }
            if case .scalar(let scalar) = value, let number = scalar.number {
                return .scalar(.real(number))
            }
            if let text = value.text, let number = Double(text) { return .scalar(.real(number)) }
            throw YaqlError("'float' does not take \(value.kind)")
        case "abs":
            if let number = value.integer, number != .min { return .number(abs(number)) }
            if case .scalar(.real(let number)) = value { return .scalar(.real(abs(number))) }
            throw YaqlError("'abs' does not take \(value.kind)")
        default: return nil
        }
    }

    /// A value as YAQL writes it into a text.
    static func text(of value: YaqlValue) -> String {
        switch value {
        case .scalar(.null): "null"
        case .scalar(.bool(let truth)): truth ? "true" : "false"
        default: value.templateValue.text
        }
    }
}
