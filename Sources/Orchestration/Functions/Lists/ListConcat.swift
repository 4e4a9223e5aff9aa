/// `list_concat` and `list_concat_unique`: the items of all lists of a list, one after another.
struct ListConcat: PlainFunction {
    /// What becomes of items that are equal.
    enum Repeats {
        case kept, dropped
    }

    let syntax: FunctionSyntax
    private let repeats: Repeats

    init(_ syntax: FunctionSyntax, _ repeats: Repeats = .kept) {
        self.syntax = syntax
        self.repeats = repeats
    }

    func value(in scope: any ResolutionScope) throws(TemplateProblem) -> TemplateValue {
        guard case .list(let lists) = try syntax.arguments.resolve(in: scope) else {
            throw syntax.mismatch(expected: "a list of lists")
        }
        var items: [TemplateValue] = []
        for list in lists where list != .null {
            guard case .list(let more) = list else {
                throw syntax.problem("found \(list.kind) to append, expected a list")
            }
            items += more
        }
        return .list(repeats == .kept ? items : Self.distinct(items))
    }

    /// The first of each. Texts, of which long lists are made, are found by their hash.
    private static func distinct(_ items: [TemplateValue]) -> [TemplateValue] {
        var texts: Set<String> = []
        var others: [TemplateValue] = []
        return items.filter { item in
            if case .string(let text) = item { return texts.insert(text).inserted }
            guard !others.contains(where: item.isSame) else { return false }
            others.append(item)
            return true
        }
    }
}
