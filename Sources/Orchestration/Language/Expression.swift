import OrderedCollections

/// A part of a template after parsing: values, and calls of functions among them.
public indirect enum Expression: Sendable {
    case value(TemplateValue)
    case list([Expression])
    case map([Entry])
    case call(FunctionCall)

    public struct Entry: Sendable {
        public let key: String
        public let value: Expression
    }
}

extension Expression {
    /// Whether a function stands here, whose result nobody knows before it is resolved.
    var isCall: Bool {
        if case .call = self { true } else { false }
    }

    /// What was written, where no function is in it.
    var constant: TemplateValue? {
        if case .value(let value) = self { value } else { nil }
    }

    /// What stands in a list as it was written; nil for anything else.
    var items: [Expression]? {
        switch self {
        case .list(let items): items
        case .value(.list(let values)): values.map(Expression.value)
        default: nil
        }
    }

    /// What stands in a map as it was written; nil for anything else.
    var entries: [Entry]? {
        switch self {
        case .map(let entries): entries
        case .value(.map(let values)):
            values.map { Entry(key: $0.key, value: .value($0.value)) }
        default: nil
        }
    }

    /// What stands under a key of a map as it was written.
    subscript(key: String) -> Expression? { entries?.first { $0.key == key }?.value }

    /// The kind of thing that stands here, in words.
    var kind: String {
        switch self {
        case .value(let value): value.kind
        case .list: "a list"
        case .map: "a map"
        case .call(let call): "the function '\(call.name)'"
        }
    }
}

// MARK: - Resolving

extension Expression {
    /// The value that this comes to; null where a function says that there is nothing.
    public func resolve(in scope: any ResolutionScope) throws(TemplateProblem) -> TemplateValue {
        try resolveOrOmit(in: scope) ?? .null
    }

    /// - Returns: nil where what stands here is to be left out of the list or map that it is in.
    func resolveOrOmit(
        in scope: any ResolutionScope
    ) throws(TemplateProblem) -> TemplateValue? {
        switch self {
        case .value(let value): return value
        case .call(let call): return try call.function.resolve(in: scope)
        case .list(let items):
            var values: [TemplateValue] = []
            values.reserveCapacity(items.count)
            for item in items {
                if let value = try item.resolveOrOmit(in: scope) { values.append(value) }
            }
            return .list(values)
        case .map(let entries):
            var values: OrderedDictionary<String, TemplateValue> = [:]
            for entry in entries {
                if let value = try entry.value.resolveOrOmit(in: scope) {
                    values[entry.key] = value
                }
            }
            return .map(values)
        }
    }
}
