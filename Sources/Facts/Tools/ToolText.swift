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

    /// A size such as `1 TB` in the `hardware` tool's gigabytes, without the unit.
    static func gigabytes(_ size: String) -> String {
        let bare = size.filter { $0 != " " }
        if bare.hasSuffix("GB") { return String(bare.dropLast(2)) }
        guard bare.hasSuffix("TB"), let number = Double(bare.dropLast(2)),
            let whole = Int(exactly: (number * 1_000).rounded(.towardZero))
        else { return bare }
        return "\(whole)"
    }

    /// With two digits behind the point.
    static func hundredths(_ number: Double) -> String {
        guard let whole = Int(exactly: (number * 100).rounded(.toNearestOrEven)) else {
            return "\(number)"
        }
        return "\(whole / 100)." + "\(100 + whole % 100)".dropFirst()
    }

    /// What stands before the first colon and behind it; nil without a colon.
    static func pair(_ line: some StringProtocol) -> (key: String, value: String)? {
        guard let colon = line.firstIndex(of: ":") else { return nil }
        return (trimmed(line[..<colon]), trimmed(line[line.index(after: colon)...]))
    }
}
