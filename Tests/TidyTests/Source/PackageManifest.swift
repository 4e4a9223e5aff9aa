/// The targets Package.swift declares, read from its text.
struct PackageManifest {
    /// Calls whose first string is the name of a target.
    private static let declarations: Set<String> = [
        "room", "simulator", "tests", "target", "executableTarget", "testTarget",
        "systemLibrary", "systemLibraryTarget", "benchmark", "plugin", "macro",
    ]

    /// In the order of the manifest.
    let targets: [String]

    init(_ file: SwiftFile) {
        targets = file.tokens.indices.compactMap { Self.target(declaredAt: $0, in: file) }
    }

    private static func target(declaredAt index: Int, in file: SwiftFile) -> String? {
        guard declarations.contains(file.tokens[index].text),
            file.token(index + 1)?.isSymbol("(") == true
        else { return nil }
        let isNamed = file.reads(["name", ":"], at: index + 2)
        guard let name = file.token(index + (isNamed ? 4 : 2)), name.kind == .literal else {
            return nil
        }
        return name.text
    }
}
