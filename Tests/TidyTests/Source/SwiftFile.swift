/// A Swift file of the repository, or one made up by a test.
struct SwiftFile: Sendable {
    /// From the repository's root, such as `Sources/World/World.swift`.
    let path: String
    let lines: [Substring]
    let tokens: [SourceToken]
    let comments: [SourceComment]

    init(path: String, text: String) {
        self.path = path
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        if lines.last == "" { lines.removeLast() }
        self.lines = lines
        let lexer = SourceLexer(text)
        tokens = lexer.tokens
        comments = lexer.comments
    }

    /// `Sources`, `Simulators`, `Tests` or `Benchmarks`.
    var area: String { component(0) }
    /// The target the file belongs to.
    var module: String { component(1) }

    /// The name without folders and ending.
    var baseName: String {
        let name = path.split(separator: "/").last ?? ""
        return String(name.hasSuffix(".swift") ? name.dropLast(6) : name)
    }

    func isWithin(_ places: [String]) -> Bool {
        places.contains { path.hasPrefix($0 + "/") || path == $0 }
    }

    private func component(_ index: Int) -> String {
        let components = path.split(separator: "/")
        return index < components.count ? String(components[index]) : ""
    }
}
