import OrderedCollections

extension DocumentValue {
    /// The value as YAML that people read: every entry in a line of its own, texts of several
    /// lines as they are, and quotes only where a text would be taken for something else.
    package var yaml: String {
        switch self {
        case .map(let entries) where !entries.isEmpty: Self.block(entries, indent: 0)
        case .list(let items) where !items.isEmpty: Self.block(items, indent: 0)
        default: "\(inline)\n"
        }
    }

    private static func block(
        _ entries: OrderedDictionary<String, DocumentValue>, indent: Int
    ) -> String {
        let margin = String(repeating: " ", count: indent)
        return entries.map { key, value in
            let name = DocumentValue.string(key).inline
            switch value {
            case .map(let inner) where !inner.isEmpty:
                return "\(margin)\(name):\n" + block(inner, indent: indent + 2)
            case .list(let items) where !items.isEmpty:
                return "\(margin)\(name):\n" + block(items, indent: indent)
            default: return "\(margin)\(name): " + value.scalar(indent: indent + 2)
            }
        }.joined()
    }

    private static func block(_ items: [DocumentValue], indent: Int) -> String {
        let margin = String(repeating: " ", count: indent)
        return items.map { item in
            switch item {
            case .map(let inner) where !inner.isEmpty:
                return margin + "- " + block(inner, indent: indent + 2).dropFirst(indent + 2)
            case .list(let inner) where !inner.isEmpty:
                return margin + "- " + block(inner, indent: indent + 2).dropFirst(indent + 2)
            default: return margin + "- " + item.scalar(indent: indent + 2)
            }
        }.joined()
    }

    /// With its line's end.
    private func scalar(indent: Int) -> String {
        guard case .string(let text) = self, Self.reads(asBlock: text) else { return "\(inline)\n" }
        let margin = String(repeating: " ", count: indent)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let ended = text.hasSuffix("\n")
        return (ended ? "|\n" : "|-\n")
            + (ended ? lines.dropLast() : lines[...])
            .map { $0.isEmpty ? "\n" : "\(margin)\($0)\n" }.joined()
    }

    /// Whether a block holds all of a text: several lines of what can be seen, none of which
    /// begins where the block would be thought to begin elsewhere or ends in what cannot be seen.
    private static func reads(asBlock text: String) -> Bool {
        guard text.contains("\n"), !text.hasPrefix(" "), !text.hasPrefix("\n"),
            !text.hasSuffix("\n\n")
        else { return false }
        return text.unicodeScalars.allSatisfy { $0 == "\n" || (" "..."~").contains($0) }
            && !text.contains(" \n")
    }

    private var inline: String {
        guard case .string(let text) = self else { return json }
        return Self.isPlain(text) ? text : PythonText.quotedJSON(text)
    }

    /// Whether a text is the same text where it stands without quotes.
    private static func isPlain(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last,
            "/_.".unicodeScalars.contains(first) || first.properties.isAlphabetic
                || ("0"..."9").contains(first), last != ":", last != " "
        else { return false }
        let isSeen = text.unicodeScalars.allSatisfy { (" "..."~").contains($0) }
        return isSeen && !text.contains(": ") && !text.contains(" #")
            && PlainScalar.value(of: text) == .string(text)
            && !["---", "..."].contains(where: text.hasPrefix)
    }
}
