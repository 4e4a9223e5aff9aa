import Yams

/// Gives one of two equal keys another name for the time of reading.
///
/// Yams refuses a document at its first pair of equal keys. Its author wants to hear of every
/// mistake at once, so the key is set aside under a name nobody writes, and the document read
/// again. Whoever reads the tree gives it its name back and reports the pair with its place, or
/// lets the last key hold, which never is the one set aside.
package enum DuplicateKey {
    /// From Unicode's private use area, which YAML allows and people do not type.
    private static let marker: Unicode.Scalar = "\u{E000}"

    /// The text with the key at `mark` renamed, or nil where it does not start with its own name.
    static func setAside(at mark: Mark, number: Int, in text: String) -> String? {
        guard var index = TextPosition.index(line: mark.line, column: mark.column, in: text),
            index < text.unicodeScalars.endIndex
        else { return nil }
        let first = text.unicodeScalars[index]
        guard !"&!*?|>".unicodeScalars.contains(first) else { return nil }
        if first == "\"" || first == "'" { index = text.unicodeScalars.index(after: index) }
        var scalars = text.unicodeScalars
        scalars.insert(contentsOf: "\(marker)\(number)\(marker)".unicodeScalars, at: index)
        return String(scalars)
    }

    package static func isSetAside(_ key: String) -> Bool { key.unicodeScalars.first == marker }

    package static func restored(_ key: String) -> String {
        guard isSetAside(key) else { return key }
        let name = key.unicodeScalars.dropFirst().drop { $0 != marker }.dropFirst()
        return String(String.UnicodeScalarView(name))
    }
}
