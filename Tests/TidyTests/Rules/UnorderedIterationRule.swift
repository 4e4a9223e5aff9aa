/// Nothing walks a `Dictionary` or `Set` in its own order, which differs from process to process.
///
/// A lexical check: it sees what a type's own files (`Type.swift`, `Type+Facet.swift`) declare and
/// walk. A walk whose order has no
/// effect says so in a comment with the words "order does not matter", on its line or the one
/// above.
enum UnorderedIterationRule {
    private static let remedy =
        "sort it, or make it an OrderedDictionary or OrderedSet (or say why the order does not "
        + "matter)"
    private static let consent = "order does not matter"

    /// Members whose result depends on the order.
    private static let walks: Set<String> = [
        "map", "flatMap", "compactMap", "forEach", "first", "values", "keys", "popFirst", "prefix",
        "dropFirst", "enumerated", "joined", "makeIterator", "lazy", "removeFirst",
    ]
    /// Members that give the same answer in any order.
    private static let settled: Set<String> = [
        "sorted", "min", "max", "count", "isEmpty", "contains", "allSatisfy", "index",
    ]

    static func violations(in files: [SwiftFile]) -> [Violation] {
        let product = files.filter { $0.area == "Sources" || $0.area == "Simulators" }
        let types = Dictionary(grouping: product) { file in
            "\(file.module).\(file.baseName.prefix { $0 != "+" })"
        }
        return types.keys.sorted().flatMap { type in
            let files = types[type] ?? []
            let unordered = UnorderedDeclarations.names(in: files)
            return files.flatMap { violations(in: $0, unordered: unordered) }
        }
    }

    private static func violations(in file: SwiftFile, unordered: Set<String>) -> [Violation] {
        guard !unordered.isEmpty else { return [] }
        return file.tokens.indices.compactMap { index in
            let token = file.tokens[index]
            guard token.kind == .word, unordered.contains(token.text), isUse(index, in: file),
                isWalked(index, in: file), !hasConsent(token.line, in: file)
            else { return nil }
            let message = "\(token.text) is walked in an order of chance; \(remedy)."
            return Violation(path: file.path, line: token.line, message: message)
        }
    }

    /// Not a label, a declaration or a member of something other than self.
    private static func isUse(_ index: Int, in file: SwiftFile) -> Bool {
        if file.token(index + 1)?.isSymbol(":") == true { return false }
        guard file.token(index - 1)?.isSymbol(".") == true else { return true }
        return file.token(index - 2)?.isWord("self") == true
    }

    private static func isWalked(_ index: Int, in file: SwiftFile) -> Bool {
        // `names[key]` is one element, whatever is done with it.
        if file.reads(["["], at: index + 1) { return false }
        let chain = members(after: index, in: file)
        if chain.names.contains(where: settled.contains) { return false }
        if chain.names.contains(where: walks.contains) { return !isGatheredUnordered(index, file) }
        return isLoopSequence(index, end: chain.end, in: file)
    }

    /// The members taken one after the other, as `values` and `map` in `names.values.map { … }`.
    private static func members(
        after index: Int,
        in file: SwiftFile
    ) -> (names: [String], end: Int) {
        var names: [String] = []
        var position = index + 1
        while let token = file.token(position) {
            if token.isSymbol("."), let member = file.token(position + 1) {
                names.append(member.text)
                position += 2
            } else if ["?", "!"].contains(token.text), token.kind == .symbol {
                position += 1
            } else if ["(", "["].contains(token.text), token.kind == .symbol,
                token.line == file.tokens[position - 1].line
            {
                position = file.closing(position) + 1
            } else if token.isSymbol("{"), let last = names.last, takesClosure(last) {
                position = file.closing(position) + 1
            } else {
                break
            }
        }
        return (names, position)
    }

    private static func takesClosure(_ member: String) -> Bool {
        [
            "map", "flatMap", "compactMap", "forEach", "filter", "contains", "allSatisfy", "sorted",
            "min", "max", "first", "prefix", "mapValues", "compactMapValues", "reduce",
        ].contains(member)
    }

    /// `for … in names {` and `for … in names where`.
    private static func isLoopSequence(_ index: Int, end: Int, in file: SwiftFile) -> Bool {
        var start = index - 1
        if file.reads(["self", "."], at: index - 2) { start -= 2 }
        guard file.token(start)?.isWord("in") == true, file.token(end) != nil else { return false }
        guard file.reads(["{"], at: end) || file.reads(["where"], at: end) else { return false }
        return (max(0, start - 12)..<start).contains { file.reads(["for"], at: $0) }
    }

    /// `Set(names.map { … })` has no order to lose.
    private static func isGatheredUnordered(_ index: Int, _ file: SwiftFile) -> Bool {
        var start = index
        if file.reads(["self", "."], at: index - 2) { start -= 2 }
        return file.reads(["Set", "("], at: start - 2)
    }

    private static func hasConsent(_ line: Int, in file: SwiftFile) -> Bool {
        file.comments.contains {
            ($0.line == line || $0.line == line - 1) && $0.text.lowercased().contains(consent)
        }
    }
}
