import OrderedCollections

/// One rendering of a template with all that it includes.
final class JinjaRendering {
    private let loader: (String) -> String?
    private var rounds = 0
    private var calls = 0
    private var levels = 0
    /// The template that is rendered now, and the names at its top, which its blocks see.
    private var template: JinjaTemplate?
    private var top: JinjaScope?

    init(loader: @escaping (String) -> String?) { self.loader = loader }

    func text(
        of template: JinjaTemplate, _ scope: JinjaScope
    ) throws(JinjaError) -> String {
        let (outerTemplate, outerTop) = (self.template, top)
        defer { (self.template, top) = (outerTemplate, outerTop) }
        let scope = JinjaScope(in: scope)
        (self.template, top) = (template, scope)
        do {
            return try text(of: template.statements, scope)
        } catch { throw located(error, line: 1) }
    }

    private func located(_ fault: JinjaFault, line: Int) -> JinjaError {
        switch fault {
        case .place(let error): error
        case .value(let message):
            JinjaError(template: template?.name ?? "", line: line, message: message)
        }
    }

    /// Bounds how deep templates, blocks and macros call each other.
    private func called(
        _ body: () throws(JinjaFault) -> String
    ) throws(JinjaFault) -> String {
        calls += 1
        defer { calls -= 1 }
        guard calls <= JinjaLimits.calls else {
            throw .value("templates, blocks and macros call each other without end")
        }
        return try body()
    }

    /// Bounds how deep statements and expressions lie in each other, whoever calls whom.
    private func deeper<Result>(
        _ body: () throws(JinjaFault) -> Result
    ) throws(JinjaFault) -> Result {
        levels += 1
        defer { levels -= 1 }
        guard levels <= JinjaLimits.levels else {
            throw .value("statements and calls are more than \(JinjaLimits.levels) deep")
        }
        return try body()
    }

    // MARK: Statements

    private func text(
        of statements: [JinjaStatement], _ scope: JinjaScope
    ) throws(JinjaFault) -> String {
        var text = ""
        for statement in statements {
            text += try deeper { () throws(JinjaFault) in try self.text(of: statement, scope) }
            try JinjaValue.string(text).checkCount()
        }
        return text
    }

    private func text(
        of statement: JinjaStatement, _ scope: JinjaScope
    ) throws(JinjaFault) -> String {
        switch statement {
        case .data(let text): return text
        case .output(let expression): return try value(of: expression, scope).text
        case .loop(let loop): return try text(of: loop, scope)
        case .branches(let branches):
            for (condition, body) in branches {
                if let condition, !(try value(of: condition, scope).isTrue) { continue }
                return try text(of: body, scope)
            }
        case .set(let names, let expression):
            try assign(try value(of: expression, scope), to: names, in: scope, expression.line)
        case .setAttribute(let object, let name, let expression):
            guard case .map(let map) = scope[object] else {
                throw placed("cannot assign attribute on non-namespace object", expression.line)
            }
            map.entries[.string(name)] = try value(of: expression, scope)
        case .capture(let name, let body):
            scope[name] = .string(try text(of: body, JinjaScope(in: scope)))
        case .include(let expression, let isOptional):
            return try included(expression, isOptional, scope)
        case .block(let name): return try block(name)
        case .macro(let macro): scope[macro.name] = function(of: macro, scope)
        case .scope(let names, let body):
            let inner = JinjaScope(in: scope)
            for (name, expression) in names { inner[name] = try value(of: expression, scope) }
            return try text(of: body, inner)
        case .evaluate(let expression): _ = try value(of: expression, scope)
        }
        return ""
    }

    private func placed(_ message: String, _ line: Int) -> JinjaFault {
        .place(located(.value(message), line: line))
    }

    private func assign(
        _ value: JinjaValue, to names: [String], in scope: JinjaScope, _ line: Int
    ) throws(JinjaFault) {
        guard names.count > 1 else {
            scope[names[0]] = value
            return
        }
        guard let items = value.items, items.count == names.count else {
            throw placed("cannot unpack into \(names.count) names", line)
        }
        for (name, item) in zip(names, items) { scope[name] = item }
    }

    private func text(of loop: JinjaLoop, _ scope: JinjaScope) throws(JinjaFault) -> String {
        guard var items = try value(of: loop.items, scope).items else {
            throw placed("what the loop goes through is not iterable", loop.line)
        }
        if let condition = loop.condition {
            var taken: [JinjaValue] = []
            for item in items {
                let inner = JinjaScope(in: scope)
                try assign(item, to: loop.names, in: inner, loop.line)
                if try value(of: condition, inner).isTrue { taken.append(item) }
            }
            items = taken
        }
        guard !items.isEmpty else { return try text(of: loop.otherwise, JinjaScope(in: scope)) }
        var text = ""
        for index in items.indices {
            rounds += 1
            guard rounds <= JinjaLimits.rounds else {
                throw placed("loops go more than \(JinjaLimits.rounds) rounds", loop.line)
            }
            let inner = JinjaScope(in: scope)
            inner["loop"] = Self.loop(index, of: items)
            try assign(items[index], to: loop.names, in: inner, loop.line)
            text += try self.text(of: loop.body, inner)
            try JinjaValue.string(text).checkCount()
        }
        return text
    }

    private static func loop(_ index: Int, of items: [JinjaValue]) -> JinjaValue {
        var entries: OrderedDictionary<JinjaKey, JinjaValue> = [
            .string("index"): .integer(index + 1), .string("index0"): .integer(index),
            .string("first"): .bool(index == 0), .string("last"): .bool(index == items.count - 1),
            .string("length"): .integer(items.count),
            .string("revindex"): .integer(items.count - index),
            .string("revindex0"): .integer(items.count - index - 1),
        ]
        if index > 0 { entries[.string("previtem")] = items[index - 1] }
        if index + 1 < items.count { entries[.string("nextitem")] = items[index + 1] }
        entries[.string("cycle")] = .function(
            JinjaFunction("cycle") { (values, _) throws(JinjaFault) in
                guard !values.isEmpty else { throw .value("no items for cycling given") }
                return values[index % values.count]
            })
        return .map(JinjaMap(entries))
    }

    private func included(
        _ expression: JinjaExpression, _ isOptional: Bool, _ scope: JinjaScope
    ) throws(JinjaFault) -> String {
        let name = try value(of: expression, scope).text
        guard let source = loader(name) else {
            if isOptional { return "" }
            throw placed("the template '\(name)' is not found", expression.line)
        }
        return try called { () throws(JinjaFault) in
            do throws(JinjaError) {
                return try text(of: try JinjaTemplate(source, named: name), scope)
            } catch { throw .place(error) }
        }
    }

    /// A block sees the names at the top of its template, and not those of loops around it.
    private func block(_ name: String) throws(JinjaFault) -> String {
        guard let body = template?.blocks[name], let top else {
            throw .value("there is no block '\(name)'")
        }
        return try called { () throws(JinjaFault) in try text(of: body, JinjaScope(in: top)) }
    }

    private func function(of macro: JinjaMacro, _ scope: JinjaScope) -> JinjaValue {
        .function(
            JinjaFunction(macro.name) {
                [unowned self, weak scope] (values, named) throws(JinjaFault) in
                let inner = scope.map(JinjaScope.init(in:)) ?? JinjaScope([:])
                for (index, parameter) in macro.parameters.enumerated() {
                    if index < values.count {
                        inner[parameter.name] = values[index]
                    } else if let given = named.first(where: { $0.name == parameter.name }) {
                        inner[parameter.name] = given.value
                    } else if let standard = parameter.standard {
                        inner[parameter.name] = try value(of: standard, inner)
                    } else {
                        inner[parameter.name] = .undefined(parameter.name)
                    }
                }
                return .string(
                    try called { () throws(JinjaFault) in try text(of: macro.body, inner) })
            })
    }

    // MARK: Expressions

    private func value(
        of expression: JinjaExpression, _ scope: JinjaScope
    ) throws(JinjaFault) -> JinjaValue {
        do throws(JinjaFault) {
            let value = try deeper { () throws(JinjaFault) in try unplaced(expression, scope) }
            try value.checkCount()
            return value
        } catch { throw .place(located(error, line: expression.line)) }
    }

    private func unplaced(
        _ expression: JinjaExpression, _ scope: JinjaScope
    ) throws(JinjaFault) -> JinjaValue {
        switch expression.form {
        case .constant(let value): return value
        case .name(let name): return named(name, scope)
        case .list(let items): return .list(try values(of: items, scope))
        case .tuple(let items): return .tuple(try values(of: items, scope))
        case .map(let entries): return try map(entries, scope)
        case .attribute(let object, let name):
            if case .name("self") = object.form { return try blockFunction(name) }
            return try JinjaAccess.attribute(name, of: try value(of: object, scope))
        case .item(let object, let key):
            return try JinjaAccess.item(try value(of: key, scope), of: try value(of: object, scope))
        case .slice(let object, let start, let end, let step):
            return try JinjaAccess.slice(
                of: try value(of: object, scope), try optional(start, scope),
                try optional(end, scope), try optional(step, scope))
        case .call(let function, let arguments):
            return try call(try value(of: function, scope), arguments, scope)
        case .filter(let subject, let name, let arguments):
            let (values, named) = try evaluated(arguments, scope)
            return try JinjaFilters.apply(name, to: try value(of: subject, scope), values, named)
        case .test(let subject, let name, let arguments):
            let (values, _) = try evaluated(arguments, scope)
            return .bool(try JinjaTests.holds(name, of: try value(of: subject, scope), values))
        case .unary(let sign, let operand):
            return try JinjaOperators.unary(sign, try value(of: operand, scope))
        case .binary(let sign, let left, let right): return try binary(sign, left, right, scope)
        case .condition(let condition, let then, let otherwise):
            if try value(of: condition, scope).isTrue { return try value(of: then, scope) }
            return try optional(otherwise, scope) ?? .undefined("the inline if-expression")
        }
    }

    private func named(_ name: String, _ scope: JinjaScope) -> JinjaValue {
        if let value = scope[name] { return value }
        switch name {
        case "range": return .function(JinjaGlobals.range)
        case "dict", "namespace": return .function(JinjaGlobals.map)
        default: return .undefined("'\(name)'")
        }
    }

    private func blockFunction(_ name: String) throws(JinjaFault) -> JinjaValue {
        .function(
            JinjaFunction(name) { [unowned self] (_, _) throws(JinjaFault) in
                .string(try block(name))
            })
    }

    private func values(
        of expressions: [JinjaExpression], _ scope: JinjaScope
    ) throws(JinjaFault) -> [JinjaValue] {
        var values: [JinjaValue] = []
        for expression in expressions { values.append(try value(of: expression, scope)) }
        return values
    }

    private func optional(
        _ expression: JinjaExpression?, _ scope: JinjaScope
    ) throws(JinjaFault) -> JinjaValue? {
        guard let expression else { return nil }
        return try value(of: expression, scope)
    }

    private func map(
        _ entries: [(key: JinjaExpression, value: JinjaExpression)], _ scope: JinjaScope
    ) throws(JinjaFault) -> JinjaValue {
        var map: OrderedDictionary<JinjaKey, JinjaValue> = [:]
        for (key, entry) in entries {
            guard let key = JinjaKey(try value(of: key, scope)) else {
                throw .value("unhashable key")
            }
            map[key] = try value(of: entry, scope)
        }
        return .map(JinjaMap(map))
    }

    private func evaluated(
        _ arguments: JinjaArguments, _ scope: JinjaScope
    ) throws(JinjaFault) -> ([JinjaValue], JinjaFunction.Named) {
        var named: JinjaFunction.Named = []
        for (name, expression) in arguments.named {
            named.append((name, try value(of: expression, scope)))
        }
        return (try values(of: arguments.positional, scope), named)
    }

    private func call(
        _ function: JinjaValue, _ arguments: JinjaArguments, _ scope: JinjaScope
    ) throws(JinjaFault) -> JinjaValue {
        guard case .function(let function) = function else {
            if case .undefined(let name) = function { throw .value("\(name) is undefined") }
            throw .value("'\(function.text)' object is not callable")
        }
        let (values, named) = try evaluated(arguments, scope)
        return try function.call(values, named)
    }

    private func binary(
        _ sign: String, _ left: JinjaExpression, _ right: JinjaExpression, _ scope: JinjaScope
    ) throws(JinjaFault) -> JinjaValue {
        let one = try value(of: left, scope)
        switch sign {
        case "and": return one.isTrue ? try value(of: right, scope) : one
        case "or": return one.isTrue ? one : try value(of: right, scope)
        default: return try JinjaOperators.binary(sign, one, try value(of: right, scope))
        }
    }
}
