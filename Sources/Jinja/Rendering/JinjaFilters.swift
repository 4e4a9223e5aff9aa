import OrderedCollections

/// What stands behind `|`.
enum JinjaFilters {
    static func apply(
        _ name: String, to value: JinjaValue, _ arguments: [JinjaValue],
        _ named: JinjaFunction.Named
    ) throws(JinjaFault) -> JinjaValue {
        let call = Call(value: value, arguments: arguments, named: named)
        if let result = try text(name, call) { return result }
        if let result = try number(name, call) { return result }
        if let result = try sequence(name, call) { return result }
        if let result = try selection(name, call) { return result }
        throw .value("No filter named '\(name)'.")
    }

    /// What a filter is given.
    private struct Call {
        let value: JinjaValue
        let arguments: [JinjaValue]
        let named: JinjaFunction.Named

        func argument(_ index: Int, _ name: String) -> JinjaValue? {
            arguments.indices.contains(index)
                ? arguments[index] : named.first { $0.name == name }?.value
        }

        func items() throws(JinjaFault) -> [JinjaValue] {
            guard let items = value.items else {
                throw .value("'\(value.text)' object is not iterable")
            }
            return items
        }
    }

    // MARK: Texts

    private static func text(_ name: String, _ call: Call) throws(JinjaFault) -> JinjaValue? {
        let text = call.value.text
        switch name {
        case "default", "d": return standard(call)
        case "lower": return .string(text.lowercased())
        case "upper": return .string(text.uppercased())
        case "title": return .string(JinjaMethods.titled(text))
        case "capitalize": return .string(JinjaMethods.capitalized(text))
        case "trim": return .string(JinjaMethods.stripped(text, nil, "strip"))
        case "string", "safe", "escape", "e", "forceescape": return .string(text)
        case "replace":
            return .string(
                JinjaMethods.replaced(
                    text, call.argument(0, "old")?.text ?? "", call.argument(1, "new")?.text ?? "",
                    call.argument(2, "count")?.integer))
        case "indent": return .string(indented(text, call))
        case "format":
            return .string(try JinjaOperators.formatted(text, .tuple(call.arguments)))
        case "tojson":
            throw .value("the filter 'tojson' is not known here")
        default: return nil
        }
    }

    /// What stands for a missing value; for an empty one too, where that is asked for.
    private static func standard(_ call: Call) -> JinjaValue {
        let replaces = call.argument(1, "boolean")?.isTrue == true && !call.value.isTrue
        guard case .undefined = call.value else {
            return replaces ? call.argument(0, "default_value") ?? .string("") : call.value
        }
        return call.argument(0, "default_value") ?? .string("")
    }

    /// Every line but the first is moved to the right; empty ones stay.
    private static func indented(_ text: String, _ call: Call) -> String {
        let width = call.argument(0, "width")
        let blanks = width?.string ?? String(repeating: " ", count: max(0, width?.integer ?? 4))
        let movesFirst = call.argument(1, "first")?.isTrue == true
        let movesBlank = call.argument(2, "blank")?.isTrue == true
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        return lines.enumerated().map { index, line in
            let moves = index == 0 ? movesFirst : movesBlank || !line.isEmpty
            return moves ? blanks + line : String(line)
        }.joined(separator: "\n")
    }

    // MARK: Numbers

    private static func number(_ name: String, _ call: Call) throws(JinjaFault) -> JinjaValue? {
        switch name {
        case "int":
            if case .real(let number) = call.value { return .integer(Int(number)) }
            let text = call.value.string?.filter { !$0.isWhitespace }
            return call.value.integer.map(JinjaValue.integer)
                ?? text.flatMap { Int($0) ?? Double($0).map { Int($0) } }.map(JinjaValue.integer)
                ?? call.argument(0, "default") ?? .integer(0)
        case "float":
            return (call.value.real ?? call.value.string.flatMap { Double($0) })
                .map(JinjaValue.real) ?? call.argument(0, "default") ?? .real(0)
        case "abs":
            if case .real(let number) = call.value { return .real(abs(number)) }
            return call.value.integer.map { .integer(abs($0)) }
        case "sum":
            var sum = call.argument(1, "start") ?? .integer(0)
            for item in try attributed(call, 0) { sum = try JinjaOperators.binary("+", sum, item) }
            return sum
        default: return nil
        }
    }

    // MARK: Lists and maps

    private static func sequence(_ name: String, _ call: Call) throws(JinjaFault) -> JinjaValue? {
        switch name {
        case "list": return .list(try call.items())
        case "length", "count": return .integer(try call.items().count)
        case "first": return try call.items().first ?? .undefined("the first item")
        case "last": return try call.items().last ?? .undefined("the last item")
        case "join":
            let mark = call.argument(0, "d")?.text ?? ""
            return .string(try attributed(call, 1).map(\.text).joined(separator: mark))
        case "reverse":
            let items = Array(try call.items().reversed())
            return call.value.string == nil
                ? .list(items) : .string(items.map(\.text).joined())
        case "unique": return .list(try unique(call))
        case "sort": return .list(try sorted(call))
        case "min", "max":
            let items = try ordered(try attributed(call, 1), by: \.self)
            return (name == "min" ? items.first : items.last) ?? .undefined("an empty sequence")
        case "items", "dictsort":
            guard case .map(let map) = call.value else { throw .value("a map is expected") }
            let pairs = map.entries.map { JinjaValue.tuple([$0.value, $1]) }
            return .list(name == "items" ? pairs : try ordered(pairs) { folded($0.items?[0]) })
        default: return nil
        }
    }

    /// The items, or an attribute of each where one is named.
    private static func attributed(
        _ call: Call, _ index: Int
    ) throws(JinjaFault) -> [JinjaValue] {
        guard let name = call.argument(index, "attribute") else { return try call.items() }
        var values: [JinjaValue] = []
        for item in try call.items() { values.append(try attribute(name, of: item)) }
        return values
    }

    /// A name may have points, and its parts may be places.
    private static func attribute(
        _ name: JinjaValue, of item: JinjaValue
    ) throws(JinjaFault) -> JinjaValue {
        var value = item
        for part in name.text.split(separator: ".").map(String.init) {
            value = try JinjaAccess.item(
                Int(part).map(JinjaValue.integer) ?? .string(part), of: value)
        }
        return value
    }

    /// Capital letters count as small ones where nothing else is asked for.
    private static func folded(_ value: JinjaValue?) -> JinjaValue {
        value?.string.map { .string($0.lowercased()) } ?? value ?? .none
    }

    private static func unique(_ call: Call) throws(JinjaFault) -> [JinjaValue] {
        let isExact = call.argument(0, "case_sensitive")?.isTrue == true
        var seen: Set<JinjaKey> = []
        var items: [JinjaValue] = []
        for item in try call.items() {
            let value = isExact ? item : folded(item)
            // A boolean equals the number it counts for.
            guard let key = value.integer.map(JinjaKey.integer) ?? JinjaKey(value) else {
                throw .value("unhashable value")
            }
            if seen.insert(key).inserted { items.append(item) }
        }
        return items
    }

    private static func sorted(_ call: Call) throws(JinjaFault) -> [JinjaValue] {
        let isExact = call.argument(1, "case_sensitive")?.isTrue == true
        let name = call.argument(2, "attribute")
        var keyed: [(key: JinjaValue, item: JinjaValue)] = []
        for item in try call.items() {
            var key = item
            if let name { key = try attribute(name, of: item) }
            try key.checkSize()
            keyed.append((isExact ? key : folded(key), item))
        }
        let isReversed = call.argument(0, "reverse")?.isTrue == true
        // Equal ones stay in their order, whichever way the others go.
        let pairs = keyed.map { JinjaValue.tuple([$0.key, $0.item]) }
        let items = try ordered(isReversed ? pairs.reversed() : pairs) {
            $0.items?.first ?? .none
        }.compactMap { $0.items?.last }
        return isReversed ? items.reversed() : items
    }

    private static func ordered(
        _ items: [JinjaValue], by key: (JinjaValue) -> JinjaValue
    ) throws(JinjaFault) -> [JinjaValue] {
        let keys = items.map(key)
        for (one, two) in zip(keys, keys.dropFirst()) where one.precedes(two) == nil {
            throw .value("values of these kinds have no order")
        }
        return zip(keys, items).enumerated().sorted {
            $0.element.0.precedes($1.element.0) == true
                || $1.element.0.precedes($0.element.0) != true && $0.offset < $1.offset
        }.map(\.element.1)
    }

    // MARK: Selection

    private static func selection(
        _ name: String, _ call: Call
    ) throws(JinjaFault) -> JinjaValue? {
        switch name {
        case "map": return .list(try mapped(call))
        case "select", "reject":
            return .list(try selected(call, name == "select", test: 0) { $0 })
        case "selectattr", "rejectattr":
            guard let attribute = call.arguments.first else { throw .value("expected a name") }
            return .list(
                try selected(call, name == "selectattr", test: 1) { (item) throws(JinjaFault) in
                    try Self.attribute(attribute, of: item)
                })
        default: return nil
        }
    }

    private static func mapped(_ call: Call) throws(JinjaFault) -> [JinjaValue] {
        var values: [JinjaValue] = []
        let name = call.named.first { $0.name == "attribute" }?.value
        let standard = call.named.first { $0.name == "default" }?.value
        for item in try call.items() {
            if let name {
                let value = try attribute(name, of: item)
                if case .undefined = value {
                    values.append(standard ?? value)
                } else {
                    values.append(value)
                }
            } else {
                values.append(
                    try apply(
                        call.arguments.first?.text ?? "", to: item,
                        Array(call.arguments.dropFirst()), call.named))
            }
        }
        return values
    }

    private static func selected(
        _ call: Call, _ keeps: Bool, test: Int, _ key: (JinjaValue) throws(JinjaFault) -> JinjaValue
    ) throws(JinjaFault) -> [JinjaValue] {
        var items: [JinjaValue] = []
        for item in try call.items() {
            let value = try key(item)
            let name = call.arguments.dropFirst(test).first?.text
            let arguments = Array(call.arguments.dropFirst(test + 1))
            var holds = value.isTrue
            if let name { holds = try JinjaTests.holds(name, of: value, arguments) }
            if holds == keeps { items.append(item) }
        }
        return items
    }
}
