/// The documents a newcomer reads stay short and true to the tree.
enum DocumentRule {
    /// Two screens.
    static let readmeLimit = 120

    static func overlongReadme(_ text: String) -> [Violation] {
        let count = text.split(separator: "\n", omittingEmptySubsequences: false).count
        guard count > readmeLimit else { return [] }
        let message = "README.md has \(count) lines, more than two screens (\(readmeLimit))."
        return [Violation(path: "README.md", line: count, message: message)]
    }

    /// Folders the architecture does not name as a word of their own.
    static func unnamed(folders: [String], architecture: String) -> [Violation] {
        let words = Set(architecture.split { !$0.isLetter && !$0.isNumber }.map(String.init))
        return folders.filter { !words.contains($0) }.map {
            Violation(
                path: "ARCHITECTURE.md",
                line: 1,
                message: "The folder \($0) is not named; say what belongs there."
            )
        }
    }
}
