/// No file says what ``BannedNames`` lists, nor leaves work undone in a comment.
enum BannedNameRule {
    private static let unfinished: Set<String> = ["TODO", "FIXME", "XXX"]

    static func violations(in file: SwiftFile) -> [Violation] {
        let banned = BannedNames.all.filter { !file.isWithin($0.allowed) }
        let names = file.tokens.indices.flatMap { index in
            banned.filter { $0.isFound(at: index, in: file) }.map {
                Violation(
                    path: file.path,
                    line: file.tokens[index].line,
                    message: "\($0.name) is banned here; use \($0.replacement)."
                )
            }
        }
        return names + unfinishedWork(in: file)
    }

    private static func unfinishedWork(in file: SwiftFile) -> [Violation] {
        file.comments.compactMap { comment in
            let words = comment.text.split { !$0.isLetter }.map(String.init)
            guard let mark = words.first(where: unfinished.contains) else { return nil }
            return Violation(
                path: file.path,
                line: comment.line,
                message: "\(mark) marks unfinished work; finish it or open an issue."
            )
        }
    }
}
