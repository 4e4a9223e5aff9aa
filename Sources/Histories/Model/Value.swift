/// What a client writes, reads or publishes, as a text: `3`, `in-use`.
///
/// Two values are the same if their texts are. Absence is no value: it is `nil` where a value is
/// optional.
public struct Value: Sendable, Hashable {
    public let text: String

    public init(_ text: String) { self.text = text }
    public init(_ number: Int) { text = String(number) }

    /// The number its text is, for sums.
    public var number: Int? { Int(text) }
}

extension Value: ExpressibleByIntegerLiteral, ExpressibleByStringLiteral {
    public init(integerLiteral value: Int) { self.init(value) }
    public init(stringLiteral value: String) { self.init(value) }
}

extension Value: Comparable {
    /// Numbers by size and before texts, texts by their bytes.
    public static func < (left: Value, right: Value) -> Bool {
        switch (left.number, right.number) {
        case (let one?, let other?): (one, left.text) < (other, right.text)
        case (.some, nil): true
        case (nil, .some): false
        case (nil, nil): left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
        }
    }
}

extension Value: CustomStringConvertible {
    public var description: String { text }
}
