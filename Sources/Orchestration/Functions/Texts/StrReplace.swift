import OrderedCollections

/// `str_replace` and its strict kin: a text in which placeholders are replaced by values.
///
/// Longer placeholders go first, and among those of one length the first in the order of code
/// points. What was put in is not looked at again. Nothing is put in as an empty text.
struct StrReplace: PlainFunction {
    /// What versions of the language put in.
    enum Form {
        /// Texts, numbers and booleans only.
        case scalars
        /// Lists and maps too, as JSON.
        case anything
        /// As ``anything``; every placeholder must be in the template.
        case strict
        /// As ``strict``; no value may be empty.
        case veryStrict
    }

    let syntax: FunctionSyntax
    private let form: Form
    private let template: Expression
    private let parameters: Expression

    init(_ syntax: FunctionSyntax, _ form: Form) throws(TemplateProblem) {
        guard let template = syntax.arguments["template"],
            let parameters = syntax.arguments["params"]
        else { throw syntax.mismatch(expected: "a map of 'template' and 'params'") }
        try self.init(syntax, form, template, parameters)
    }

    init(
        _ syntax: FunctionSyntax, _ form: Form, _ template: Expression, _ parameters: Expression
    ) throws(TemplateProblem) {
        guard parameters.isCall || parameters.entries != nil else {
            throw syntax.problem("found \(parameters.kind) as parameters, expected a map")
        }
        self.syntax = syntax
        self.form = form
        self.template = template
        self.parameters = parameters
    }

    func value(in scope: any ResolutionScope) throws(TemplateProblem) -> TemplateValue {
        let template = try template.resolve(in: scope)
        guard case .string(let text) = template else {
            throw syntax.problem("found \(template.kind) as the template, expected a text")
        }
        let parameters = try parameters.resolve(in: scope)
        guard case .map(let values) = parameters else {
            throw syntax.problem("found \(parameters.kind) as parameters, expected a map")
        }
        return .string(try replaced(text, values))
    }

    private func replaced(
        _ text: String, _ values: OrderedDictionary<String, TemplateValue>
    ) throws(TemplateProblem) -> String {
        var replacing = TextReplacement(text)
        var missing: [String] = []
        for placeholder in TextReplacement.order(values.keys) {
            guard !placeholder.isEmpty else {
                throw syntax.problem("found an empty placeholder, expected a text to look for")
            }
            let value = try self.text(of: values[placeholder] ?? .null, for: placeholder)
            if !replacing.replace(placeholder, with: value) { missing.append(placeholder) }
        }
        if form == .strict || form == .veryStrict, !missing.isEmpty {
            let names = missing.map { "'\($0)'" }.joined(separator: ", ")
            throw syntax.problem("the template has no placeholder \(names)")
        }
        guard replacing.length <= TemplateLimits.resolved else { throw syntax.tooLarge }
        return replacing.text
    }

    private func text(
        of value: TemplateValue, for placeholder: String
    ) throws(TemplateProblem) -> String {
        let text: String? =
            switch value {
            case .null: ""
            case .list(let items): items.isEmpty && form == .veryStrict ? "" : value.json(.sorted)
            case .map(let items): items.isEmpty && form == .veryStrict ? "" : value.json(.sorted)
            default: value.text
            }
        switch (value, form) {
        case (.list, .scalars), (.map, .scalars):
            throw syntax.problem(
                "found \(value.kind) for '\(placeholder)', expected a text or a number")
        default: break
        }
        guard let text, form != .veryStrict || !text.isEmpty else {
            throw syntax.problem("found nothing for '\(placeholder)', expected a value")
        }
        return text
    }
}
