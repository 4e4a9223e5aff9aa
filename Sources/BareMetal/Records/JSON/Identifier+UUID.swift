import World

extension Identifier {
    /// A UUID in the spellings that Ironic takes: hyphens anywhere, braces around it, `urn:uuid:`
    /// before it, either case. It is kept in the usual one.
    init?(uuid text: String) {
        var rest = text.lowercased()[...]
        if rest.hasPrefix("urn:") { rest = rest.dropFirst(4) }
        if rest.hasPrefix("uuid:") { rest = rest.dropFirst(5) }
        let digits = rest.filter { !"{}-".contains($0) }
        guard digits.utf8.count == 32, digits.allSatisfy({ $0.isASCII && $0.isHexDigit }) else {
            return nil
        }
        var spelled = ""
        for (index, digit) in digits.enumerated() {
            if [8, 12, 16, 20].contains(index) { spelled.append("-") }
            spelled.append(digit)
        }
        self.init(text: spelled)
    }
}
