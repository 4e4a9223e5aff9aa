import OrderedCollections

/// Functions that are called on lists, and on what is yielded item by item.
extension YaqlEvaluator {
    /// - Returns: nil for what lists do not have.
    mutating func listMethod(
        _ call: YaqlCall, on items: [YaqlValue], in scope: YaqlScope
    ) throws(YaqlError) -> YaqlValue? {
        if let found = try selecting(call, items, scope) { return found }
        if let found = try taking(call, items, scope) { return found }
        if let found = try combining(call, items, scope) { return found }
        return try asking(call, items, scope)
    }

    // MARK: Item by item

    private mutating func selecting(
        _ call: YaqlCall, _ items: [YaqlValue], _ scope: YaqlScope
    ) throws(YaqlError) -> YaqlValue? {
        switch call.name {
        case "where", "filter":
            return .stream(try filtered(items, by: try node(0, of: call), in: scope))
        case "select", "map":
            return .stream(try applied(try node(0, of: call), to: items, in: scope))
        case "selectMany":
            let inner = try applied(try node(0, of: call), to: items, in: scope)
            return .stream(inner.flatMap { $0.items ?? [$0] })
        case "flatten": return .stream(Self.flattened(items))
        case "distinct":
            guard let selector = call.arguments.first else { return .stream(Self.distinct(items)) }
            var seen: Set<YaqlValue> = []
            let keys = try applied(selector, to: items, in: scope)
            return .stream(zip(items, keys).filter { seen.insert($1).inserted }.map(\.0))
        case "orderBy", "orderByDescending": return .stream(try ordered(items, call, in: scope))
        case "groupBy": return .stream(try grouped(items, call, in: scope))
        case "toDict": return .map(try keyed(items, call, in: scope))
        case "toList", "toSet":
            return .list(call.name == "toSet" ? Self.distinct(items) : items)
        case "reverse": return .stream(items.reversed())
        case "enumerate":
            return .stream(items.enumerated().map { .list([.number($0.offset), $0.element]) })
        default: return nil
        }
    }

    private mutating func applied(
        _ function: YaqlNode, to items: [YaqlValue], in scope: YaqlScope
    ) throws(YaqlError) -> [YaqlValue] {
        var results: [YaqlValue] = []
        for item in items { results.append(try apply(function, to: item, in: scope)) }
        return results
    }

    private static func flattened(_ items: [YaqlValue]) -> [YaqlValue] {
        items.flatMap { item in item.items.map(flattened) ?? [item] }
    }

    /// Items of one key stay in their order.
    private mutating func ordered(
        _ items: [YaqlValue], _ call: YaqlCall, in scope: YaqlScope
    ) throws(YaqlError) -> [YaqlValue] {
        let keys = try applied(try node(0, of: call), to: items, in: scope)
        let order = call.name == "orderBy" ? "<" : ">"
        var sorted: [(key: YaqlValue, item: YaqlValue)] = []
        for (key, item) in zip(keys, items) {
            var (low, high) = (0, sorted.count)
            while low < high {
                let middle = (low + high) / 2
                if try YaqlOperators.isInOrder(key, order, sorted[middle].key) {
                    high = middle
                } else {
                    low = middle + 1
                }
            }
            sorted.insert((key, item), at: low)
        }
        return sorted.map(\.item)
    }

    /// Pairs of a key and the values of all items that have it.
    private mutating func grouped(
        _ items: [YaqlValue], _ call: YaqlCall, in scope: YaqlScope
    ) throws(YaqlError) -> [YaqlValue] {
        let keys = try applied(try node(0, of: call), to: items, in: scope)
        let values =
            call.arguments.count > 1
            ? try applied(call.arguments[1], to: items, in: scope) : items
        var groups: OrderedDictionary<YaqlValue, [YaqlValue]> = [:]
        for (key, value) in zip(keys, values) { groups[key, default: []].append(value) }
        let pairs = groups.map { YaqlValue.list([$0.key, .list($0.value)]) }
        guard call.arguments.count > 2 else { return pairs }
        return try aggregated(pairs, by: call.arguments[2], in: scope)
    }

    /// An aggregator takes the list of values. From the first group on for which that fails it is
    /// taken for one of an earlier YAQL, which takes key and list and gives both; unless a group
    /// before came to what no such aggregator gives.
    private mutating func aggregated(
        _ pairs: [YaqlValue], by aggregator: YaqlNode, in scope: YaqlScope
    ) throws(YaqlError) -> [YaqlValue] {
        var results: [YaqlValue] = []
        var (isEarlierForm, mayBeEarlierForm) = (false, true)
        for pair in pairs {
            guard let parts = pair.items else { continue }
            do throws(YaqlError) {
                if isEarlierForm {
                    results.append(try apply(aggregator, to: pair, in: scope))
                    continue
                }
                let value = try apply(aggregator, to: parts[1], in: scope)
                if !Self.isAmbiguous(value, parts[1]) { mayBeEarlierForm = false }
                results.append(.list([parts[0], value]))
            } catch {
                guard !isEarlierForm, mayBeEarlierForm else { throw error }
                isEarlierForm = true
                results.append(try apply(aggregator, to: pair, in: scope))
            }
        }
        return results
    }

    /// Two values of which the first came back as it was look like key and list.
    private static func isAmbiguous(_ value: YaqlValue, _ values: YaqlValue) -> Bool {
        guard let result = value.items, let values = values.items else { return false }
        return values.count == 2 && result.count == 2 && result[0].isSame(as: values[0])
    }

    private mutating func keyed(
        _ items: [YaqlValue], _ call: YaqlCall, in scope: YaqlScope
    ) throws(YaqlError) -> OrderedDictionary<String, YaqlValue> {
        let keys = try applied(try node(0, of: call), to: items, in: scope)
        let values =
            call.arguments.count > 1
            ? try applied(call.arguments[1], to: items, in: scope) : items
        return OrderedDictionary(
            zip(keys.map(\.key), values).map { ($0, $1) }, uniquingKeysWith: { $1 })
    }

    // MARK: Some of the items

    private mutating func taking(
        _ call: YaqlCall, _ items: [YaqlValue], _ scope: YaqlScope
    ) throws(YaqlError) -> YaqlValue? {
        switch call.name {
        case "first", "last":
            if let item = call.name == "first" ? items.first : items.last { return item }
            if let other = try optional(0, "default", of: call, in: scope) { return other }
            throw YaqlError("there is no \(call.name) among no items")
        case "single":
            guard items.count == 1 else {
                throw YaqlError("there are \(items.count) items where one is expected")
            }
            return items[0]
        case "skip": return .stream(Array(items.dropFirst(try count(call, scope))))
        case "take", "limit": return .stream(Array(items.prefix(try count(call, scope))))
        case "takeWhile", "skipWhile":
            let node = try node(0, of: call)
            var kept = 0
            while kept < items.count, try apply(node, to: items[kept], in: scope).isTrue {
                kept += 1
            }
            return .stream(
                Array(call.name == "takeWhile" ? items.prefix(kept) : items.dropFirst(kept)))
        case "defaultIfEmpty":
            return items.isEmpty
                ? try argument(0, of: call, in: scope) : .stream(items)
        case "delete":
            let place = try count(call, scope)
            return .stream(items.enumerated().filter { $0.offset != place }.map(\.element))
        case "append":
            return .stream(items + (try values(of: call.arguments, in: scope)))
        default: return nil
        }
    }

    private mutating func count(
        _ call: YaqlCall, _ scope: YaqlScope
    ) throws(YaqlError) -> Int {
        guard let count = try argument(0, of: call, in: scope).integer, count >= 0 else {
            throw YaqlError("'\(call.name)' takes a number that is not negative")
        }
        return count
    }

    // MARK: Several lists, and all items

    private mutating func combining(
        _ call: YaqlCall, _ items: [YaqlValue], _ scope: YaqlScope
    ) throws(YaqlError) -> YaqlValue? {
        switch call.name {
        case "zip":
            var others: [[YaqlValue]] = [items]
            for value in try values(of: call.arguments, in: scope) {
                guard let more = value.items else { throw YaqlError("'zip' takes lists") }
                others.append(more)
            }
            let count = others.map(\.count).min() ?? 0
            return .stream((0..<count).map { place in .list(others.map { $0[place] }) })
        case "concat":
            let others = try values(of: call.arguments, in: scope)
            return .stream(items + others.flatMap { $0.items ?? [$0] })
        case "union", "intersect", "difference":
            let others = try argument(0, of: call, in: scope).items ?? []
            switch call.name {
            case "union": return .list(Self.distinct(items + others))
            case "intersect": return .list(items.filter(others.contains))
            default: return .list(items.filter { !others.contains($0) })
            }
        case "reduce", "aggregate":
            return try folded(items, try node(0, of: call), call, scope)
        case "sum", "min", "max": return try extreme(call, items, scope)
        case "join":
            let separator = try textArgument(0, of: call, in: scope)
            let parts = items.map(Self.text)
            return .text(try YaqlLimits.checked(SeparatedText.joined(parts, by: separator)))
        default: return nil
        }
    }

    private mutating func folded(
        _ items: [YaqlValue], _ function: YaqlNode, _ call: YaqlCall, _ scope: YaqlScope
    ) throws(YaqlError) -> YaqlValue {
        var rest = items[...]
        guard let start = try optional(1, "seed", of: call, in: scope) ?? rest.popFirst() else {
            throw YaqlError("'\(call.name)' of no items needs a value to begin with")
        }
        var result = start
        for item in rest { result = try apply(function, to: result, item, in: scope) }
        return result
    }

    private mutating func extreme(
        _ call: YaqlCall, _ items: [YaqlValue], _ scope: YaqlScope
    ) throws(YaqlError) -> YaqlValue {
        var rest = items[...]
        guard var result = try optional(0, "initial", of: call, in: scope) ?? rest.popFirst()
        else { throw YaqlError("'\(call.name)' of no items needs a value to begin with") }
        for item in rest {
            switch call.name {
            case "sum": result = try YaqlOperators.infix("+", result, item)
            case "min": if try YaqlOperators.isInOrder(item, "<", result) { result = item }
            default: if try YaqlOperators.isInOrder(item, ">", result) { result = item }
            }
        }
        return result
    }

    // MARK: Questions

    private mutating func asking(
        _ call: YaqlCall, _ items: [YaqlValue], _ scope: YaqlScope
    ) throws(YaqlError) -> YaqlValue? {
        switch call.name {
        case "len", "count": return .number(items.count)
        case "any", "all":
            let isAny = call.name == "any"
            for item in items {
                let holds =
                    try call.arguments.first.map { (node) throws(YaqlError) in
                        try apply(node, to: item, in: scope).isTrue
                    } ?? (isAny || item.isTrue)
                if holds == isAny { return .truth(isAny) }
            }
            return .truth(!isAny)
        case "contains":
            let wanted = try argument(0, of: call, in: scope)
            return .truth(items.contains(where: wanted.isSame))
        case "indexOf":
            let wanted = try argument(0, of: call, in: scope)
            return .number(items.firstIndex(where: wanted.isSame) ?? -1)
        case "indexWhere":
            let node = try node(0, of: call)
            for (index, item) in items.enumerated()
            where try apply(node, to: item, in: scope).isTrue { return .number(index) }
            return .number(-1)
        default: return nil
        }
    }
}
