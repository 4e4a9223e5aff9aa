package import Hardware

/// Reads root device hints out of a document.
package enum RootDeviceReader {
    /// Nil where there are none or one is wrong, which the log then knows.
    package static func read(_ cursor: InputCursor) -> RootDeviceHints? {
        guard let mapping = cursor.mapping(expected: "a mapping of root device hints") else {
            return nil
        }
        let hints = mapping.entries.compactMap { hint($0.key, $0.value) }
        return hints.isEmpty ? nil : RootDeviceHints(hints)
    }

    private static func hint(_ name: String, _ cursor: InputCursor) -> RootDeviceHint? {
        guard let expression = cursor.looseText(expected: "a root device hint") else { return nil }
        do {
            return try RootDeviceHint(name, expression)
        } catch {
            cursor.report("found '\(InputCursor.excerpt(error.found))', expected \(error.expected)")
            return nil
        }
    }
}
