/// `list_join` and `Fn::Join`: the texts of a list, with something between them.
struct ListJoin: PlainFunction {
    /// What versions of the language join.
    enum Form {
        /// One list of texts.
        case texts
        /// The items of one list or more one after another; lists and maps are written as JSON.
        case lists
    }

    let syntax: FunctionSyntax
    private let form: Form
    private let items: [Expression]

    init(_ syntax: FunctionSyntax, _ form: Form) throws(TemplateProblem) {
        self.syntax = syntax
        self.form = form
        items = try syntax.list(
            form == .texts ? 2...2 : 2...Int.max,
            form: "a list of what goes between, and a list of texts")
    }

    func value(in scope: any ResolutionScope) throws(TemplateProblem) -> TemplateValue {
        var texts: [String] = []
        for item in items.dropFirst() {
            guard let value = try item.resolveOrOmit(in: scope) else { continue }
            guard let list = list(value) else {
                throw syntax.problem("found \(value.kind) to join, expected a list")
            }
            for item in list { texts.append(try text(of: item)) }
        }
        let separator = try items[0].resolve(in: scope)
        guard case .string(let separator) = separator else {
            throw syntax.problem("found \(separator.kind) to put between, expected a text")
        }
        guard let text = SeparatedText.joined(texts, by: separator) else { throw syntax.tooLarge }
        return .string(text)
    }

    /// Nothing counts as no items; so does all that is empty, where lists are joined.
    private func list(_ value: TemplateValue) -> [TemplateValue]? {
        if case .list(let items) = value { return items }
        return value == .null || form == .lists && value.isEmpty ? [] : nil
    }

    private func text(of item: TemplateValue) throws(TemplateProblem) -> String {
        switch (item, form) {
        case (.null, _): return ""
        case (.string(let text), _): return text
        case (.list, .lists), (.map, .lists): return item.json(.sorted)
        default:
            let expected = form == .texts ? "a text" : "a text, a list or a map"
            throw syntax.problem(
                "found \(item.kind) among what is to be joined, expected \(expected)")
        }
    }
}
