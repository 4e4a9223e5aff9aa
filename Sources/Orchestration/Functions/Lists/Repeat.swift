import OrderedCollections

/// `repeat`: a template once for every combination of items, which are put in place of marks in all
/// its texts and keys.
struct Repeat: PlainFunction {
    /// What versions of the language go through.
    enum Form {
        case lists
        /// The keys of maps too.
        case listsAndMaps
        /// As ``listsAndMaps``; lists may be gone through side by side.
        case sideBySide
    }

    let syntax: FunctionSyntax
    private let form: Form
    private let template: Expression
    private let sources: Expression
    /// Whether every item meets every other.
    private let isNested: Bool

    init(_ syntax: FunctionSyntax, _ form: Form) throws(TemplateProblem) {
        guard let template = syntax.arguments["template"],
            let sources = syntax.arguments["for_each"]
        else { throw syntax.mismatch(expected: "a map of 'template' and 'for_each'") }
        guard sources.isCall || sources.entries != nil else {
            throw syntax.problem("found \(sources.kind) in 'for_each', expected a map of lists")
        }
        self.syntax = syntax
        self.form = form
        self.template = template
        self.sources = sources
        isNested = form != .sideBySide ? true : try Self.permutations(syntax)
    }

    private static func permutations(_ syntax: FunctionSyntax) throws(TemplateProblem) -> Bool {
        guard let choice = syntax.arguments["permutations"] else { return true }
        guard case .bool(let truth)? = choice.constant else {
            throw syntax.problem("found \(choice.kind) in 'permutations', expected a boolean")
        }
        return truth
    }

    func value(in scope: any ResolutionScope) throws(TemplateProblem) -> TemplateValue {
        let sources = try self.sources.resolve(in: scope)
        guard case .map(let lists) = sources, !lists.isEmpty else {
            throw syntax.problem("found \(sources.kind) in 'for_each', expected a map of lists")
        }
        var columns: [[TemplateValue]] = []
        for (mark, list) in lists { columns.append(try items(of: list, for: mark)) }
        let template = try self.template.resolve(in: scope)
        let marks = Array(lists.keys)
        var copies: [TemplateValue] = []
        var rest = TemplateLimits.resolved
        try forEachRow(of: columns) { (row) throws(TemplateProblem) in
            let copy = try filled(template, marks, row)
            guard copy.fits(into: &rest) else { throw syntax.tooLarge }
            copies.append(copy)
        }
        return .list(copies)
    }

    private func items(
        of list: TemplateValue, for mark: String
    ) throws(TemplateProblem) -> [TemplateValue] {
        switch list {
        case .null: return []
        case .list(let items): return items
        case .map(let entries) where form != .lists && isNested:
            return entries.keys.map(TemplateValue.string)
        default:
            let expected = form == .lists || !isNested ? "a list" : "a list or a map"
            throw syntax.problem("found \(list.kind) for '\(mark)', expected \(expected)")
        }
    }

    /// The last column turns fastest.
    private func forEachRow(
        of columns: [[TemplateValue]],
        _ body: ([TemplateValue]) throws(TemplateProblem) -> Void
    ) throws(TemplateProblem) {
        let counts = columns.map(\.count)
        guard isNested else {
            guard Set(counts).count == 1 else {
                throw syntax.problem("found lists of \(counts) items, expected as many in each")
            }
            for index in 0..<counts[0] { try body(columns.map { $0[index] }) }
            return
        }
        let total = counts.reduce(1) { $0.multipliedReportingOverflow(by: $1).partialValue }
        guard Self.isBounded(counts) else {
            throw syntax.problem(
                "found \(counts) items to combine, expected \(TemplateLimits.copies) copies at most"
            )
        }
        for number in 0..<total {
            var (rest, row) = (number, [TemplateValue](repeating: .null, count: counts.count))
            for column in counts.indices.reversed() {
                row[column] = columns[column][rest % counts[column]]
                rest /= counts[column]
            }
            try body(row)
        }
    }

    private static func isBounded(_ counts: [Int]) -> Bool {
        if counts.contains(0) { return true }
        return counts.reduce(1.0) { $0 * Double($1) } <= Double(TemplateLimits.copies)
    }

    private func filled(
        _ template: TemplateValue, _ marks: [String], _ row: [TemplateValue]
    ) throws(TemplateProblem) -> TemplateValue {
        switch template {
        case .string(let text): return .string(try filled(text, marks, row))
        case .list(let items):
            var copies: [TemplateValue] = []
            for item in items { copies.append(try filled(item, marks, row)) }
            return .list(copies)
        case .map(let entries):
            var copies: OrderedDictionary<String, TemplateValue> = [:]
            for (key, value) in entries {
                copies[try filled(key, marks, row)] = try filled(value, marks, row)
            }
            return .map(copies)
        default: return template
        }
    }

    /// One mark after another, and what was put in is looked through for the next.
    private func filled(
        _ text: String, _ marks: [String], _ row: [TemplateValue]
    ) throws(TemplateProblem) -> String {
        var text = text
        for (mark, value) in zip(marks, row) {
            guard case .string(let item) = value else {
                throw syntax.problem("found \(value.kind) for '\(mark)', expected texts only")
            }
            if mark.isEmpty { continue }
            guard let next = SeparatedText.replacing(mark, with: item, in: text) else {
                throw syntax.tooLarge
            }
            text = next
        }
        return text
    }
}
