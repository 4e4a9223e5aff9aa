/// Just enough of XML to see whether a document is well-formed.
enum XMLText {
    /// Whether every element that is opened is closed, in order, and no bare `&` or `<` stands in
    /// text.
    static func isBalanced(_ text: String) -> Bool {
        var open: [Substring] = []
        var rest = text[...]
        while let start = rest.firstIndex(of: "<") {
            guard isEscaped(rest[..<start]), let end = rest[start...].firstIndex(of: ">") else {
                return false
            }
            let tag = rest[rest.index(after: start)..<end]
            rest = rest[rest.index(after: end)...]
            if tag.hasPrefix("?") || tag.hasSuffix("/") { continue }
            let name = tag.drop { $0 == "/" }.prefix { $0 != " " }
            if tag.hasPrefix("/") {
                guard open.popLast() == name else { return false }
            } else {
                open.append(name)
            }
        }
        return open.isEmpty && isEscaped(rest)
    }

    private static func isEscaped(_ text: Substring) -> Bool {
        let entities = ["amp;", "lt;", "gt;", "quot;", "#39;"]
        return text.split(separator: "&", omittingEmptySubsequences: false).dropFirst()
            .allSatisfy { part in entities.contains { part.hasPrefix($0) } }
    }
}
