public import OrderedCollections

/// Names and values that a controller's tool writes with a colon between them.
public struct ToolTable: Sendable, Hashable {
    /// Names as the `hardware` tool has them: each word with a capital, and no spaces. Numbers are
    /// written as Python does, without leading zeros.
    public internal(set) var values: OrderedDictionary<String, String> = [:]

    public subscript(name: String) -> String? { values[name] }

    public func number(_ name: String) -> Int? { values[name].flatMap { Int($0) } }

    /// The two sides of a line's only colon, without the space around it; nil where there is none
    /// or another one.
    static func sides(_ line: String) -> (name: String, value: String)? {
        let parts = ToolText.trimmed(line).split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2 else { return nil }
        var value = ToolText.trimmed(parts[1])
        if value.count > 1, value.hasSuffix(".") { value.removeLast() }
        return (ToolText.trimmed(parts[0]), value)
    }

    /// As Python's `title()`: letters behind no letter become capitals, the others small ones.
    static func title(_ name: String) -> String {
        var (text, isInside) = ("", false)
        for character in name {
            let isLetter = character.isLetter
            text += isLetter && !isInside ? character.uppercased() : character.lowercased()
            isInside = isLetter
        }
        return text.filter { $0 != " " }
    }

    static func plain(_ value: String) -> String { Int(value).map { "\($0)" } ?? value }
}
