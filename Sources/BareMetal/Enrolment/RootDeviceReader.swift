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
        guard let expression = expression(cursor, for: RootDeviceHint.Attribute(rawValue: name))
        else { return nil }
        do {
            let hint = try RootDeviceHint(name, expression)
            if let hopelessness = hint.rule.hopelessness {
                cursor.notice("no disk will ever fit '\(expression)': \(hopelessness)")
            }
            return hint
        } catch {
            cursor.report("found '\(InputCursor.excerpt(error.found))', expected \(error.expected)")
            return nil
        }
    }

    /// Ironic refuses a number where it looks for a text: `wwn: 0x5000` is one in YAML.
    private static func expression(
        _ cursor: InputCursor, for attribute: RootDeviceHint.Attribute?
    ) -> String? {
        guard attribute?.isText == true else {
            return cursor.looseText(expected: "a root device hint")
        }
        if case .text(let text)? = cursor.scalar { return text }
        cursor.reportMismatch(expected: "a text, in quotes where it looks like something else")
        return nil
    }
}
