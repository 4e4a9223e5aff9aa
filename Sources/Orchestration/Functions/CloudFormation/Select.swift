import OrderedCollections

/// `Fn::Select`: an item of a list by its place, or an entry of a map by its key; an empty text
/// where there is none. A text is read as the JSON it then is.
struct Select: PlainFunction {
    let syntax: FunctionSyntax
    private let items: [Expression]

    init(_ syntax: FunctionSyntax) throws(TemplateProblem) {
        self.syntax = syntax
        items = try syntax.list(2...2, form: "a list of a place or key, and a list or map")
    }

    func value(in scope: any ResolutionScope) throws(TemplateProblem) -> TemplateValue {
        let index = try items[0].resolve(in: scope)
        switch try collection(try items[1].resolve(in: scope)) {
        case .null, .string(""): return ""
        case .map(let entries):
            guard case .string(let key) = index else {
                throw syntax.problem("found \(index.kind) as the key, expected a text")
            }
            return entries[key] ?? ""
        case let list:
            guard Self.isNumber(index) else {
                throw syntax.problem("found '\(index.text)' as the place, expected a number")
            }
            return list.value(at: [index], .numeral) ?? ""
        }
    }

    private static func isNumber(_ index: TemplateValue) -> Bool {
        switch index {
        case .integer: true
        case .string(let text): TemplateValue.integer(numeral: text) != nil
        default: false
        }
    }

    private func collection(_ value: TemplateValue) throws(TemplateProblem) -> TemplateValue {
        switch value {
        case .null, .string(""), .list, .map: return value
        case .string(let text):
            guard let parsed = try? TemplateDocument.read(text, file: syntax.place.file).value,
                text.hasPrefix("{") || text.hasPrefix("[")
            else { throw syntax.problem("found a text that is not JSON, expected a list or map") }
            return parsed
        default: throw syntax.problem("found \(value.kind) to select from, expected a list or map")
        }
    }
}
