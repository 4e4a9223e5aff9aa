/// A version-4 UUID (RFC 9562) drawn from a world's chance, in its usual spelling.
public struct Identifier: Sendable, Hashable, Codable, Comparable, CustomStringConvertible {
    public let text: String

    public init(text: String) { self.text = text }

    public init(drawnFrom random: some RandomSource) {
        let high = random.next() & ~0xf000 | 0x4000
        let low = random.next() & ~(0b11 << 62) | 0b10 << 62
        let digits = Self.hexadecimal(high) + Self.hexadecimal(low)
        var text = ""
        for (index, digit) in digits.enumerated() {
            if [8, 12, 16, 20].contains(index) { text.append("-") }
            text.append(digit)
        }
        self.text = text
    }

    public var description: String { text }

    public static func < (left: Identifier, right: Identifier) -> Bool {
        left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
    }

    public init(from decoder: any Decoder) throws {
        text = try decoder.singleValueContainer().decode(String.self)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }

    private static func hexadecimal(_ value: UInt64) -> String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
