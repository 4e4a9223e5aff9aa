import OrderedCollections

/// Turns a template's nodes into expressions, by the functions of one version of the language.
struct ExpressionParser {
    let file: String
    let functions: FunctionTable
    /// What may stand in conditions.
    let conditions: FunctionTable

    func parse(
        _ node: TemplateNode, at path: TemplatePath
    ) throws(TemplateProblem) -> Expression {
        switch node.content {
        case .scalar(let value): return .value(value)
        case .list(let items):
            var parsed: [Expression] = []
            parsed.reserveCapacity(items.count)
            for (index, item) in items.enumerated() {
                parsed.append(try parse(item, at: path.item(index)))
            }
            return Self.list(parsed)
        case .map(let entries):
            if entries.count == 1, let form = functions[entries[0].key] {
                return .call(try call(entries[0], form, node.line, path))
            }
            var parsed: [Expression.Entry] = []
            parsed.reserveCapacity(entries.count)
            for entry in entries {
                let value = try parse(entry.value, at: path.key(entry.key))
                parsed.append(Expression.Entry(key: entry.key, value: value))
            }
            return Self.map(parsed)
        }
    }

    /// What has no function in it is a value already.
    private static func list(_ items: [Expression]) -> Expression {
        let values = items.compactMap(\.constant)
        return values.count == items.count ? .value(.list(values)) : .list(items)
    }

    private static func map(_ entries: [Expression.Entry]) -> Expression {
        var values = OrderedDictionary<String, TemplateValue>()
        for entry in entries {
            guard let value = entry.value.constant else { return .map(entries) }
            values[entry.key] = value
        }
        return .value(.map(values))
    }

    // MARK: Calls

    private func call(
        _ entry: TemplateNode.Entry, _ form: FunctionForm, _ line: Int, _ path: TemplatePath
    ) throws(TemplateProblem) -> FunctionCall {
        let path = path.key(entry.key)
        let place = TemplatePlace(file: file, line: line, path: path)
        let function: any TemplateFunction
        switch form {
        case .function(let make):
            let arguments = try parse(entry.value, at: path)
            function = try make(
                FunctionSyntax(name: entry.key, place: place, arguments: arguments))
        case .choice(let form): function = try choice(entry, form, place)
        case .forbidden:
            throw TemplateProblem(place, "'\(entry.key)' may not stand in a condition")
        }
        return FunctionCall(name: entry.key, place: place, function: function)
    }

    private func choice(
        _ entry: TemplateNode.Entry, _ form: If.Form, _ place: TemplatePlace
    ) throws(TemplateProblem) -> If {
        let syntax = FunctionSyntax(
            name: entry.key, place: place, arguments: .value(entry.value.value))
        let parts = entry.value.items ?? []
        guard parts.count == 3 || parts.count == 2 && form == .optionalSecondBranch else {
            throw syntax.mismatch(expected: "a list of a condition and two values")
        }
        let path = place.path
        let conditionParser = ExpressionParser(
            file: file, functions: conditions, conditions: conditions)
        return If(
            syntax, condition: try conditionParser.parse(parts[0], at: path.item(0)),
            whenTrue: branch(parts[1], at: path.item(1)),
            whenFalse: parts.count == 3 ? branch(parts[2], at: path.item(2)) : nil)
    }

    private func branch(_ node: TemplateNode, at path: TemplatePath) -> If.Branch {
        do throws(TemplateProblem) {
            return .success(try parse(node, at: path))
        } catch {
            return .failure(error)
        }
    }
}
