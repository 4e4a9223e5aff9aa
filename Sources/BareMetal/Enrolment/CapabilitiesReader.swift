/// Reads capabilities in both their forms: `profile:control,boot_option:local` and a mapping.
enum CapabilitiesReader {
    private static let shape = "name:value pairs with commas between them, or a mapping"

    static func read(_ cursor: InputCursor) -> [Capability] {
        if cursor.isMapping { return entries(cursor) }
        guard case .text(let text)? = cursor.scalar else {
            cursor.reportMismatch(expected: shape)
            return []
        }
        var names: Set<String> = []
        return text.split(separator: ",").compactMap { pair in
            capability(pair, at: cursor, names: &names)
        }
    }

    private static func entries(_ cursor: InputCursor) -> [Capability] {
        guard let mapping = cursor.mapping(expected: shape) else { return [] }
        return mapping.entries.compactMap { entry in
            // A null takes the capability away, as in TripleO.
            guard !entry.value.isNothing,
                let value = entry.value.looseText(expected: "the capability's value")
            else { return nil }
            return Capability(name: entry.key, value: value)
        }
    }

    private static func capability(
        _ pair: Substring,
        at cursor: InputCursor,
        names: inout Set<String>
    ) -> Capability? {
        let parts = pair.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            .map { $0.drop(while: \.isWhitespace) }
        guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
            cursor.report("found '\(InputCursor.excerpt(String(pair)))', expected \(shape)")
            return nil
        }
        guard names.insert(String(parts[0])).inserted else {
            cursor.report(
                "the capability '\(InputCursor.excerpt(String(parts[0])))' is there twice"
            )
            return nil
        }
        return Capability(name: String(parts[0]), value: String(parts[1]))
    }
}
