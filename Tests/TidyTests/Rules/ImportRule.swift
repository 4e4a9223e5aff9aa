/// Imports follow ``ImportTable``. Tests may import what they test.
enum ImportRule {
    private static let modifiers: Set<String> = [
        "public", "package", "internal", "fileprivate", "private", "testable", "_exported",
        "preconcurrency", "_spi", "_implementationOnly",
    ]
    private static let kinds: Set<String> = [
        "struct", "class", "enum", "protocol", "typealias", "func", "let", "var",
    ]

    static func violations(in file: SwiftFile) -> [Violation] {
        guard file.area != "Tests", file.path != "Package.swift" else { return [] }
        return imports(of: file).compactMap { module, line in
            problem(with: module, in: file).map {
                Violation(path: file.path, line: line, message: $0)
            }
        }
    }

    /// The modules the file imports, in its order.
    static func imports(of file: SwiftFile) -> [(module: String, line: Int)] {
        file.tokens.indices.compactMap { index in
            guard file.tokens[index].isWord("import") else { return nil }
            let isStatement =
                file.isFirstOnLine(index) || modifiers.contains(file.tokens[index - 1].text)
            let isKind = kinds.contains(file.token(index + 1)?.text ?? "")
            guard isStatement, let module = file.token(index + (isKind ? 2 : 1)) else { return nil }
            return (module.text, module.line)
        }
    }

    private static func problem(with module: String, in file: SwiftFile) -> String? {
        if module == "Swift" || module == file.module { return nil }
        guard let allowed = ImportTable.modules[file.module] else {
            return "\(file.module) has no line in ImportTable; say there what it may import."
        }
        if ImportTable.modules[module] != nil {
            return allowed.contains(module) ? nil : wrongDirection(module, in: file)
        }
        if file.module == "Hardware" {
            return "Hardware imports \(module), but only the standard library is open to it."
        }
        guard let places = ImportTable.places(of: module) else {
            return "\(module) is not in ImportTable; say there who may use it."
        }
        return file.isWithin(places) ? nil : "\(module) may be used only in \(list(places))."
    }

    private static func wrongDirection(_ module: String, in file: SwiftFile) -> String {
        let allowed = ImportTable.modules[file.module] ?? []
        let open = allowed.isEmpty ? "no module of the project" : list(allowed)
        return "\(file.module) imports \(module), which is the wrong direction; "
            + "open to it: \(open)."
    }

    private static func list(_ names: [String]) -> String { names.joined(separator: ", ") }
}
