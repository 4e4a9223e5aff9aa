/// Finds what a file declares to be a `Dictionary` or a `Set`.
enum UnorderedDeclarations {
    /// The names, less those the file declares with another type as well.
    static func names(in file: SwiftFile) -> Set<String> {
        var unordered: Set<String> = []
        var others: Set<String> = []
        for index in file.tokens.indices where isDeclaration(index, in: file) {
            let name = file.tokens[index + 1].text
            if isUnordered(at: index + 2, in: file) {
                unordered.insert(name)
            } else {
                others.insert(name)
            }
        }
        return unordered.subtracting(others)
    }

    private static func isDeclaration(_ index: Int, in file: SwiftFile) -> Bool {
        guard file.tokens[index].isWord("var") || file.tokens[index].isWord("let") else {
            return false
        }
        return file.token(index + 1)?.kind == .word
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
