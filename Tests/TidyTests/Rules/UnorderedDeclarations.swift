/// Finds what the files of one type declare to be a `Dictionary` or a `Set`.
enum UnorderedDeclarations {
    /// The names, less those the files declare with another type as well.
    static func names(in files: [SwiftFile]) -> Set<String> {
        var unordered: Set<String> = []
        var others: Set<String> = []
        for file in files {
            for index in file.tokens.indices.flatMap({ declared(at: $0, in: file) }) {
                if isUnordered(at: index + 1, in: file) {
                    unordered.insert(file.tokens[index].text)
                } else {
                    others.insert(file.tokens[index].text)
                }
            }
        }
        return unordered.subtracting(others)
    }

    /// Where the names stand that a variable or the parameters of a function declare.
    private static func declared(at index: Int, in file: SwiftFile) -> [Int] {
        switch file.tokens[index].text {
        case "var", "let":
            return file.token(index + 1)?.kind == .word ? [index + 1] : []
        case "func", "init", "subscript":
            let next = index + 1..<min(index + 40, file.tokens.count)
            guard let open = next.first(where: { file.reads(["("], at: $0) }) else { return [] }
            return (open..<file.closing(open)).filter {
                file.tokens[$0].kind == .word && file.reads([":"], at: $0 + 1)
            }
        default:
            return []
        }
    }

    /// Whether `: Set<…>`, `: [K: V]` or `= Set<…>(…)`, `= [K: V]()` stands at `index`.
    private static func isUnordered(at index: Int, in file: SwiftFile) -> Bool {
        guard file.reads([":"], at: index) || file.reads(["="], at: index) else { return false }
        if file.reads(["Set", "<"], at: index + 1) { return true }
        if file.reads(["Dictionary", "<"], at: index + 1) { return true }
        guard file.reads(["["], at: index + 1) else { return false }
        let close = file.closing(index + 1)
        // A literal's colons say nothing of a type unless it is called, as in `[K: V]()`.
        if file.reads(["="], at: index), !file.reads(["("], at: close + 1) { return false }
        return hasColonAtTop(from: index + 1, to: close, in: file)
    }

    private static func hasColonAtTop(from open: Int, to close: Int, in file: SwiftFile) -> Bool {
        var position = open + 1
        while position < close {
            if file.reads([":"], at: position) { return true }
            position = file.closing(position) + 1
        }
        return false
    }
}
