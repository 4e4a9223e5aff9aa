import OrderedCollections

/// Functions that are called on a value.
extension YaqlEvaluator {
    mutating func method(
        _ call: YaqlCall, on value: YaqlValue, in scope: YaqlScope
    ) throws(YaqlError) -> YaqlValue {
        let found: YaqlValue? =
            switch value {
            case .map(let entries): try mapMethod(call, on: entries, in: scope)
            case .list(let items), .stream(let items): try listMethod(call, on: items, in: scope)
            case .scalar(.string(let text)): try textMethod(call, on: text, in: scope)
            case .regex(let pattern): try regexMethod(call, on: YaqlRegex(pattern), in: scope)
            case .scalar: nil
            case .failure(let message): throw YaqlError(message)
            }
        if let found { return found }
        if call.name == "repeat" { return try repeated(value, call, in: scope) }
        throw YaqlError("there is no function '\(call.name)' for \(value.kind)")
    }

    private mutating func repeated(
        _ value: YaqlValue, _ call: YaqlCall, in scope: YaqlScope
    ) throws(YaqlError) -> YaqlValue {
        guard let count = try argument(0, of: call, in: scope).integer,
            (0...YaqlLimits.items).contains(count)
        else { throw YaqlError("'repeat' takes a number of times") }
        return .stream(Array(repeating: value, count: count))
    }

    // MARK: Arguments

    func node(_ index: Int, of call: YaqlCall) throws(YaqlError) -> YaqlNode {
        guard call.arguments.indices.contains(index) else {
            throw YaqlError("'\(call.name)' has too few arguments")
        }
        return call.arguments[index]
    }

    mutating func argument(
        _ index: Int, of call: YaqlCall, in scope: YaqlScope
    ) throws(YaqlError) -> YaqlValue {
        try value(of: try node(index, of: call), in: scope)
    }

    mutating func optional(
        _ index: Int, _ name: String, of call: YaqlCall, in scope: YaqlScope
    ) throws(YaqlError) -> YaqlValue? {
        if call.arguments.indices.contains(index) {
            return try argument(index, of: call, in: scope)
        }
        guard let node = call.named(name) else { return nil }
        return try value(of: node, in: scope)
    }

    mutating func textArgument(
        _ index: Int, of call: YaqlCall, in scope: YaqlScope
    ) throws(YaqlError) -> String {
        let value = try argument(index, of: call, in: scope)
        guard let text = value.text else {
            throw YaqlError("'\(call.name)' takes a text, not \(value.kind)")
        }
        return text
    }

    // MARK: Maps

    /// - Returns: nil for what maps do not have.
    private mutating func mapMethod(
        _ call: YaqlCall, on entries: OrderedDictionary<String, YaqlValue>, in scope: YaqlScope
    ) throws(YaqlError) -> YaqlValue? {
        switch call.name {
        case "get":
            let key = try argument(0, of: call, in: scope).key
            if let entry = entries[key] { return entry }
            return try optional(1, "default", of: call, in: scope) ?? .null
        case "keys": return .list(entries.keys.map(YaqlValue.text))
        case "values": return .list(Array(entries.values))
        case "items": return .list(entries.map { .list([.text($0.key), $0.value]) })
        case "len": return .number(entries.count)
        case "containsKey":
            return .truth(entries[try argument(0, of: call, in: scope).key] != nil)
        case "containsValue":
            let wanted = try argument(0, of: call, in: scope)
            return .truth(entries.values.contains(where: wanted.isSame))
        case "set": return .map(try changed(entries, call, in: scope))
        case "delete":
            let keys = try values(of: call.arguments, in: scope).map(\.key)
            return .map(entries.filter { !keys.contains($0.key) })
        case "deleteAll":
            let keys = Set((try argument(0, of: call, in: scope).items ?? []).map(\.key))
            return .map(entries.filter { !keys.contains($0.key) })
        case "mergeWith":
            guard case .map(let other) = try argument(0, of: call, in: scope) else {
                throw YaqlError("'mergeWith' takes a map")
            }
            return .map(try merged(entries, other, call, in: scope))
        default: return nil
        }
    }

    private mutating func changed(
        _ entries: OrderedDictionary<String, YaqlValue>, _ call: YaqlCall, in scope: YaqlScope
    ) throws(YaqlError) -> OrderedDictionary<String, YaqlValue> {
        var entries = entries
        if call.arguments.count == 2 {
            entries[try argument(0, of: call, in: scope).key] = try argument(1, of: call, in: scope)
        } else if call.arguments.count == 1,
            case .map(let more) = try argument(0, of: call, in: scope)
        {
            entries.merge(more) { $1 }
        } else if case .map(let more) = try map(call.pairs, in: scope) {
            entries.merge(more) { $1 }
        }
        return entries
    }

    /// Maps within maps are merged too, lists joined without repeats, and of other values the
    /// second holds, unless functions for these are given.
    private mutating func merged(
        _ one: OrderedDictionary<String, YaqlValue>, _ two: OrderedDictionary<String, YaqlValue>,
        _ call: YaqlCall, in scope: YaqlScope
    ) throws(YaqlError) -> OrderedDictionary<String, YaqlValue> {
        let listMerger = call.arguments.count > 1 ? call.arguments[1] : call.named("listMerger")
        let itemMerger = call.arguments.count > 2 ? call.arguments[2] : call.named("itemMerger")
        var result = one
        for (key, second) in two {
            guard let first = one[key] else {
                result[key] = second
                continue
            }
            switch (first, second) {
            case (.map(let inner), .map(let other)):
                result[key] = .map(try merged(inner, other, call, in: scope))
            case (.list(let items), .list(let others)):
                result[key] =
                    try listMerger.map { (node) throws(YaqlError) in
                        try apply(node, to: first, second, in: scope)
                    } ?? .list(Self.distinct(items + others))
            case (_, .map), (_, .list):
                throw YaqlError("\(first.kind) and \(second.kind) cannot be merged")
            default:
                result[key] =
                    try itemMerger.map { (node) throws(YaqlError) in
                        try apply(node, to: first, second, in: scope)
                    } ?? second
            }
        }
        return result
    }

    // MARK: Texts

    /// - Returns: nil for what texts do not have.
    private mutating func textMethod(
        _ call: YaqlCall, on text: String, in scope: YaqlScope
    ) throws(YaqlError) -> YaqlValue? {
        switch call.name {
        case "len": return .number(text.unicodeScalars.count)
        case "toLower": return .text(text.lowercased())
        case "toUpper": return .text(text.uppercased())
        case "trim": return .text(Self.trimmed(text))
        case "isEmpty": return .truth(Self.trimmed(text).isEmpty)
        case "startsWith", "endsWith":
            for part in try values(of: call.arguments, in: scope) {
                guard let part = part.text else { throw YaqlError("'\(call.name)' takes texts") }
                let isThere =
                    call.name == "startsWith"
                    ? text.utf8.starts(with: part.utf8)
                    : text.utf8.reversed().starts(with: part.utf8.reversed())
                if isThere { return .truth(true) }
            }
            return .truth(false)
        case "split": return try split(text, call, in: scope)
        case "join":
            let items = try argument(0, of: call, in: scope).items ?? []
            let parts = items.map(Self.text)
            return .text(try YaqlLimits.checked(SeparatedText.joined(parts, by: text)))
        case "replace": return try replaced(text, call, in: scope)
        case "matches":
            return .truth(try YaqlRegex(try textArgument(0, of: call, in: scope)).isIn(text))
        case "substring": return try substring(of: text, call, in: scope)
        case "toCharArray": return .list(text.unicodeScalars.map { .text(String($0)) })
        default: return nil
        }
    }

    private static func trimmed(_ text: String) -> String {
        let start = text.drop(while: \.isWhitespace)
        guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(start[...last])
    }

    private mutating func split(
        _ text: String, _ call: YaqlCall, in scope: YaqlScope
    ) throws(YaqlError) -> YaqlValue {
        let separator = try optional(0, "separator", of: call, in: scope) ?? .null
        if case .regex(let pattern) = separator {
            return .list(try YaqlRegex(pattern).parts(of: text).map(YaqlValue.text))
        }
        if separator == .null {
            return .list(text.split(whereSeparator: \.isWhitespace).map { .text(String($0)) })
        }
        guard let mark = separator.text, !mark.isEmpty else {
            throw YaqlError("'split' takes a text that is not empty")
        }
        let limit = try optional(1, "maxSplits", of: call, in: scope)?.integer ?? -1
        var parts = SeparatedText.parts(of: text, separatedBy: mark)
        if limit >= 0, parts.count > limit + 1 {
            parts = parts[..<limit] + [parts[limit...].joined(separator: mark)]
        }
        return .list(parts.map(YaqlValue.text))
    }

    private mutating func replaced(
        _ text: String, _ call: YaqlCall, in scope: YaqlScope
    ) throws(YaqlError) -> YaqlValue {
        let first = try argument(0, of: call, in: scope)
        if case .map(let replacements) = first {
            var text = text
            for (old, new) in replacements where !old.isEmpty {
                text = try YaqlLimits.checked(
                    SeparatedText.replacing(old, with: Self.text(of: new), in: text))
            }
            return .text(text)
        }
        let new = try textArgument(1, of: call, in: scope)
        if case .regex(let pattern) = first {
            return .text(try YaqlRegex(pattern).replacing(in: text, with: new))
        }
        guard let old = first.text, !old.isEmpty else {
            throw YaqlError("'replace' takes a text that is not empty")
        }
        return .text(try YaqlLimits.checked(SeparatedText.replacing(old, with: new, in: text)))
    }

    private mutating func substring(
        of text: String, _ call: YaqlCall, in scope: YaqlScope
    ) throws(YaqlError) -> YaqlValue {
        guard let start = try argument(0, of: call, in: scope).integer else {
            throw YaqlError("'substring' takes a place")
        }
        let scalars = Array(text.unicodeScalars)
        let from = min(max(start < 0 ? start + scalars.count : start, 0), scalars.count)
        let given = try optional(1, "length", of: call, in: scope)?.integer ?? -1
        let length = given < 0 ? scalars.count : given
        let part = scalars[from..<min(scalars.count, from + length)]
        return .text(String(String.UnicodeScalarView(part)))
    }

    // MARK: Regular expressions

    /// - Returns: nil for what regular expressions do not have.
    private mutating func regexMethod(
        _ call: YaqlCall, on regex: YaqlRegex, in scope: YaqlScope
    ) throws(YaqlError) -> YaqlValue? {
        guard ["matches", "search", "replace", "split"].contains(call.name) else { return nil }
        let text = try textArgument(0, of: call, in: scope)
        switch call.name {
        case "matches": return .truth(regex.isIn(text))
        case "search": return regex.first(in: text).map(YaqlValue.text) ?? .null
        case "split": return .list(regex.parts(of: text).map(YaqlValue.text))
        default:
            return .text(regex.replacing(in: text, with: try textArgument(1, of: call, in: scope)))
        }
    }
}
