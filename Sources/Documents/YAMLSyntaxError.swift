import Yams

/// Why a text is not YAML.
package struct YAMLSyntaxError: Error {
    package let line: Int
    package let message: String

    init(line: Int, message: String) {
        self.line = line
        self.message = message
    }

    init(duplicated keys: [String], line: Int) {
        self.line = line
        let names = keys.sorted().map { "'\(DuplicateKey.restored($0))'" }
        message = "the same key is there twice in one mapping: \(names.joined(separator: ", "))"
    }

    init(_ error: any Error, in text: String) {
        switch error {
        case YamlError.scanner(let context, let problem, let mark, _),
            YamlError.parser(let context, let problem, let mark, _),
            YamlError.composer(let context, let problem, let mark, _):
            // libYAML finds the end of a file in the line after its last.
            line = min(mark.line, Self.line(ofCharacter: text.count, in: text))
            message = Self.sentence(problem, context, at: mark, in: text)
        case YamlError.reader(let problem, let offset, _, _):
            line = Self.line(ofCharacter: offset ?? 0, in: text)
            message = "cannot be read as YAML: \(problem)"
        default:
            line = 1
            message = "cannot be read as YAML: \(error)"
        }
    }

    private static func sentence(
        _ problem: String,
        _ context: YamlError.Context?,
        at mark: Mark,
        in text: String
    ) -> String {
        let index = TextPosition.index(line: mark.line, column: mark.column, in: text)
        if let index, text.unicodeScalars[index] == "\t" {
            return "found a tab where the line is indented, expected spaces"
        }
        let start = context.map { " \($0.text) that starts in line \($0.mark.line)" } ?? ""
        return "cannot be read as YAML: \(problem)\(start)"
    }

    private static func line(ofCharacter offset: Int, in text: String) -> Int {
        1 + text.prefix(offset).reduce(0) { $0 + ($1.isNewline ? 1 : 0) }
    }
}
