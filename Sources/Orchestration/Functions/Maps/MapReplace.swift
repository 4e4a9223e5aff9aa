import OrderedCollections

/// `map_replace`: a map with some of its keys and values replaced by others. Values other than
/// texts stay as they are.
struct MapReplace: PlainFunction {
    let syntax: FunctionSyntax

    init(_ syntax: FunctionSyntax) { self.syntax = syntax }

    func value(in scope: any ResolutionScope) throws(TemplateProblem) -> TemplateValue {
        guard case .list(let items) = try syntax.arguments.resolve(in: scope), items.count == 2,
            let input = Self.entries(items[0]), let changes = Self.entries(items[1]),
            changes.keys.allSatisfy({ $0 == "keys" || $0 == "values" }),
            let keys = Self.entries(changes["keys"] ?? .null),
            let values = Self.entries(changes["values"] ?? .null)
        else {
            throw syntax.problem(
                "expected a list of a map, and a map of 'keys' and 'values' to replace")
        }
        var output: OrderedDictionary<String, TemplateValue> = [:]
        for (key, value) in input {
            let name = try self.name(of: key, among: keys, input, output)
            output[name] = Self.replacement(of: value, among: values)
        }
        return .map(output)
    }

    private static func entries(
        _ value: TemplateValue
    ) -> OrderedDictionary<String, TemplateValue>? {
        switch value {
        case .null: [:]
        case .map(let entries): entries
        default: nil
        }
    }

    private func name(
        of key: String, among keys: OrderedDictionary<String, TemplateValue>,
        _ input: OrderedDictionary<String, TemplateValue>,
        _ output: OrderedDictionary<String, TemplateValue>
    ) throws(TemplateProblem) -> String {
        guard let replacement = keys[key], replacement != .null else { return key }
        let name = replacement.keyText
        guard name == key || input[name] == nil, output[name] == nil else {
            throw syntax.problem("key '\(key)' is to become '\(name)', which is there already")
        }
        return name
    }

    private static func replacement(
        of value: TemplateValue, among values: OrderedDictionary<String, TemplateValue>
    ) -> TemplateValue {
        if case .string(let text) = value { values[text] ?? value } else { value }
    }
}
