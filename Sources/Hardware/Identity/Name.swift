/// A string with one meaning, so that two meanings cannot be mixed up.
///
/// Conformers add nothing but their type; ordering is by UTF-8 bytes, which is the same in every
/// process and every locale.
public protocol Name: Sendable, Hashable, Comparable, Codable, CustomStringConvertible,
    ExpressibleByStringLiteral
{
    var text: String { get }
    init(_ text: String)
}

extension Name {
    public init(stringLiteral value: String) { self.init(value) }

    public var description: String { text }

    public static func < (left: Self, right: Self) -> Bool {
        left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
    }

    public init(from decoder: any Decoder) throws {
        self.init(try decoder.singleValueContainer().decode(String.self))
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
