import OrderedCollections

/// Evaluates YAQL, as far as TripleO's templates use it.
///
/// Source: yaql 3, whose names and rules these are; what is not here is refused by name.
struct YaqlEvaluator {
    private var evaluations = 0

    /// - Parameter data: what `$` stands for.
    static func value(
        of node: YaqlNode, over data: TemplateValue
    ) throws(YaqlError) -> TemplateValue {
        var evaluator = YaqlEvaluator()
        let value = try evaluator.value(of: node, in: YaqlScope(YaqlValue(data)))
        if let failure = value.failure { throw YaqlError(failure) }
        return value.templateValue
    }

    mutating func value(
        of node: YaqlNode, in scope: YaqlScope
    ) throws(YaqlError) -> YaqlValue {
        evaluations += 1
        guard evaluations <= YaqlLimits.evaluations else { throw YaqlError("it takes too long") }
        let value = try unbounded(node, in: scope)
        if node.makesValues { try value.checkSize() }
        return value
    }

    private mutating func unbounded(
        _ node: YaqlNode, in scope: YaqlScope
    ) throws(YaqlError) -> YaqlValue {
        switch node {
        case .constant(let value): return YaqlValue(value)
        case .keyword(let word): return .text(word)
        case .variable(let name): return scope[name]
        case .list(let items): return .list(try values(of: items, in: scope))
        case .map(let pairs): return try map(pairs, in: scope)
        case .index(let whole, let indices): return try element(of: whole, indices, in: scope)
        case .call(let call): return try self.call(call, in: scope)
        case .method(let receiver, let call, let isOptional):
            let value = try value(of: receiver, in: scope)
            if isOptional, value == .null { return .null }
            return try method(call, on: value, in: scope)
        case .attribute(let receiver, let name, let isOptional):
            let value = try value(of: receiver, in: scope)
            if isOptional, value == .null { return .null }
            return try Self.attribute(name, of: value)
        case .prefix(let name, let operand):
            return try YaqlOperators.prefix(name, try value(of: operand, in: scope))
        case .infix(let name, let left, let right):
            return try infix(name, left, right, in: scope)
        }
    }

    mutating func values(
        of nodes: [YaqlNode], in scope: YaqlScope
    ) throws(YaqlError) -> [YaqlValue] {
        var values: [YaqlValue] = []
        for node in nodes { values.append(try value(of: node, in: scope)) }
        return values
    }

    /// What a function that is given as an argument comes to.
    mutating func apply(
        _ function: YaqlNode, to arguments: YaqlValue..., in scope: YaqlScope
    ) throws(YaqlError) -> YaqlValue {
        try value(of: function, in: scope.called(with: arguments))
    }

    mutating func map(
        _ pairs: [(key: YaqlNode, value: YaqlNode)], in scope: YaqlScope
    ) throws(YaqlError) -> YaqlValue {
        var entries: OrderedDictionary<String, YaqlValue> = [:]
        for (key, value) in pairs {
            entries[try self.value(of: key, in: scope).key] = try self.value(of: value, in: scope)
        }
        return .map(entries)
    }

    /// An entry of a map; of a list the same attribute of each item.
    private static func attribute(
        _ name: String, of value: YaqlValue
    ) throws(YaqlError) -> YaqlValue {
        if case .map(let entries) = value {
            guard let entry = entries[name] else { throw YaqlError("there is no key '\(name)'") }
            return entry
        }
        guard let items = value.items else {
            throw YaqlError("\(value.kind) has no attribute '\(name)'")
        }
        do throws(YaqlError) {
            var found: [YaqlValue] = []
            for item in items { found.append(try attribute(name, of: item)) }
            return .stream(found)
        } catch {
            return .failure(error.message)
        }
    }

    private mutating func infix(
        _ name: String, _ left: YaqlNode, _ right: YaqlNode, in scope: YaqlScope
    ) throws(YaqlError) -> YaqlValue {
        switch name {
        case "and", "or":
            let first = try value(of: left, in: scope)
            return first.isTrue == (name == "or") ? first : try value(of: right, in: scope)
        case "->":
            guard case .call(let call) = left, call.name == "let" else {
                throw YaqlError("only 'let' may stand before '->'")
            }
            return try value(of: right, in: try bound(call, in: scope))
        default:
            let first = try value(of: left, in: scope)
            return try YaqlOperators.infix(name, first, try value(of: right, in: scope))
        }
    }

    /// What `let` adds to what an expression sees.
    private mutating func bound(
        _ call: YaqlCall, in scope: YaqlScope
    ) throws(YaqlError) -> YaqlScope {
        var inner = scope
        for (index, node) in call.arguments.enumerated() {
            inner[String(index + 1)] = try value(of: node, in: scope)
        }
        for (key, node) in call.pairs {
            guard case .keyword(let name) = key else { throw YaqlError("'let' takes names") }
            inner[name] = try value(of: node, in: scope)
        }
        return inner
    }

    // MARK: Brackets

    /// An item by its place, an entry by its key, or the items for which something holds.
    private mutating func element(
        of whole: YaqlNode, _ indices: [YaqlNode], in scope: YaqlScope
    ) throws(YaqlError) -> YaqlValue {
        let value = try value(of: whole, in: scope)
        guard let index = indices.first, indices.count <= 2 else {
            throw YaqlError("brackets take one index")
        }
        if case .map(let entries) = value {
            let key = try self.value(of: index, in: scope).key
            if let entry = entries[key] { return entry }
            guard indices.count == 2 else { throw YaqlError("there is no key '\(key)'") }
            return try self.value(of: indices[1], in: scope)
        }
        guard let items = value.items else { throw YaqlError("\(value.kind) has no items") }
        if case .list = value, let place = try self.value(of: index, in: scope).integer {
            let wanted = place < 0 ? place + items.count : place
            guard items.indices.contains(wanted) else {
                throw YaqlError("there is no item \(place) among \(items.count)")
            }
            return items[wanted]
        }
        return .stream(try filtered(items, by: index, in: scope))
    }

    mutating func filtered(
        _ items: [YaqlValue], by predicate: YaqlNode, in scope: YaqlScope
    ) throws(YaqlError) -> [YaqlValue] {
        var kept: [YaqlValue] = []
        for item in items where try apply(predicate, to: item, in: scope).isTrue {
            kept.append(item)
        }
        return kept
    }
}
