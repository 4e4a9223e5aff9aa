extension String {
    /// Whether YAML and every reader take the text for a name when it stands without quotes.
    var isPlainWord: Bool {
        guard let first = utf8.first, UnicodeScalar(first).isLetter else { return false }
        let words = ["true", "false", "yes", "no", "on", "off", "null", "y", "n"]
        return !words.contains(lowercased())
            && utf8.allSatisfy { byte in
                let scalar = UnicodeScalar(byte)
                return scalar.isLetter || scalar.isDigit || "-_./".unicodeScalars.contains(scalar)
            }
    }
}

extension UnicodeScalar {
    fileprivate var isLetter: Bool { ("a"..."z").contains(self) || ("A"..."Z").contains(self) }
    fileprivate var isDigit: Bool { ("0"..."9").contains(self) }
}
