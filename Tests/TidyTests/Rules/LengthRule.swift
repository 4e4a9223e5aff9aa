/// Files, functions and lines stay short enough to be taken in at a look.
enum LengthRule {
    static let fileLimit = 400
    static let functionLimit = 70
    static let lineLimit = 100

    static func violations(in file: SwiftFile) -> [Violation] {
        overlongFile(file) + overlongFunctions(in: file) + overlongLines(in: file)
    }

    private static func overlongFile(_ file: SwiftFile) -> [Violation] {
        guard file.lines.count > fileLimit else { return [] }
        let message = "The file has \(file.lines.count) lines, more than \(fileLimit)."
        return [Violation(path: file.path, line: file.lines.count, message: message)]
    }

    private static func overlongLines(in file: SwiftFile) -> [Violation] {
        file.lines.indices.compactMap { index in
            let length = file.lines[index].count
            guard length > lineLimit else { return nil }
            return Violation(
                path: file.path,
                line: index + 1,
                message: "The line has \(length) characters, more than \(lineLimit)."
            )
        }
    }

    private static func overlongFunctions(in file: SwiftFile) -> [Violation] {
        file.tokens.indices.compactMap { index in
            guard isFunction(index, in: file), let body = file.body(ofDeclarationAt: index) else {
                return nil
            }
            let first = file.tokens[index].line
            let length = file.tokens[file.closing(body)].line - first + 1
            guard length > functionLimit else { return nil }
            return Violation(
                path: file.path,
                line: first,
                message: "\(title(index, in: file)) has \(length) lines, more than "
                    + "\(functionLimit)."
            )
        }
    }

    private static func isFunction(_ index: Int, in file: SwiftFile) -> Bool {
        let token = file.tokens[index]
        guard token.kind == .word else { return false }
        switch token.text {
        case "func", "deinit": return true
        case "init", "subscript": return file.token(index - 1)?.isSymbol(".") != true
        case "var": return isComputed(index, in: file)
        default: return false
        }
    }

    /// A `var` with a body and no initial value.
    private static func isComputed(_ index: Int, in file: SwiftFile) -> Bool {
        guard let body = file.body(ofDeclarationAt: index) else { return false }
        return !(index..<body).contains { file.reads(["="], at: $0) }
    }

    private static func title(_ index: Int, in file: SwiftFile) -> String {
        let keyword = file.tokens[index].text
        guard keyword == "func" || keyword == "var" else { return keyword }
        return "\(keyword) \(file.token(index + 1)?.text ?? "")"
    }
}
