/// What the readers of tools' outputs share.
enum ToolText {
    /// The lines, without what ends them. Bytes that were no text are left out, as the `hardware`
    /// tool does.
    static func lines(_ text: String) -> [String] {
        text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map { line in
            String(String.UnicodeScalarView(line.unicodeScalars.filter { $0 != "\u{FFFD}" }))
        }
    }

    static func trimmed(_ text: some StringProtocol) -> String {
        var rest = Substring(text).drop(while: \.isWhitespace)
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return String(rest)
    }

    static func words(_ text: some StringProtocol) -> [String] {
        Substring(text).split(whereSeparator: \.isWhitespace).map(String.init)
    }

    /// Slashes part the levels of keys, and may not stand in their names.
    static func unslashed(_ text: some StringProtocol) -> String {
        String(text.map { $0 == "/" ? "_" : $0 })
    }

    /// What stands before the first colon and behind it; nil without a colon.
    static func pair(_ line: some StringProtocol) -> (key: String, value: String)? {
        guard let colon = line.firstIndex(of: ":") else { return nil }
        return (trimmed(line[..<colon]), trimmed(line[line.index(after: colon)...]))
    }
}
