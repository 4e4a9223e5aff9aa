/// A file holds one top-level type and is named after it; `Type+Facet.swift` extends it.
enum LayoutRule {
    private static let types: Set<String> = ["struct", "class", "enum", "actor", "protocol"]

    static func violations(in file: SwiftFile) -> [Violation] {
        guard file.baseName != "main", file.baseName != "Package" else { return [] }
        let declared = names(after: types, in: file)
        if declared.count > 1 {
            return declared.dropFirst().map {
                violation(
                    file,
                    line: $0.line,
                    "\($0.name) shares the file with \(declared[0].name); give it its own."
                )
            }
        }
        return nameProblem(in: file, declared: declared.first)
    }

    private static func nameProblem(
        in file: SwiftFile,
        declared: (name: String, line: Int)?
    ) -> [Violation] {
        let parts = file.baseName.split(separator: "+", maxSplits: 1).map(String.init)
        let subjects =
            declared.map { [$0] } ?? names(after: ["extension", "typealias"], in: file)
        guard let first = subjects.first else { return [] }
        if subjects.contains(where: { $0.name == parts.first }) { return [] }
        return [
            violation(
                file,
                line: first.line,
                "The file is named \(file.baseName), but what it holds is \(first.name)."
            )
        ]
    }

    /// What the file declares at the top; in tests, fixtures private to the file do not count.
    private static func names(
        after keywords: Set<String>,
        in file: SwiftFile
    ) -> [(name: String, line: Int)] {
        file.topLevel.compactMap { index in
            guard file.tokens[index].kind == .word, keywords.contains(file.tokens[index].text),
                let name = file.token(index + 1), name.kind == .word
            else { return nil }
            let isFixture = file.area == "Tests" && isPrivate(index, in: file)
            return isFixture ? nil : (name.text, name.line)
        }
    }

    private static func isPrivate(_ index: Int, in file: SwiftFile) -> Bool {
        var position = index - 1
        while let token = file.token(position), token.line == file.tokens[index].line {
            if token.isWord("private") || token.isWord("fileprivate") { return true }
            position -= 1
        }
        return false
    }

    private static func violation(_ file: SwiftFile, line: Int, _ message: String) -> Violation {
        Violation(path: file.path, line: line, message: message)
    }
}
