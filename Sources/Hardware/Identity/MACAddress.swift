/// The 48-bit address of a network interface.
///
/// Reads the three common spellings (`52:54:00:ab:cd:ef`, `52-54-00-ab-cd-ef`, `525400abcdef`) in
/// either case, and always prints the first, in lower case, which is also how it is stored.
public struct MACAddress: Sendable, Hashable {
    /// The address as a number below 2⁴⁸, most significant octet first.
    public let rawValue: UInt64

    public init(rawValue: UInt64) {
        precondition(rawValue < 1 << 48, "A MAC address has 48 bits.")
        self.rawValue = rawValue
    }

    public init?(_ text: some StringProtocol) {
        let digits = text.filter { $0 != ":" && $0 != "-" }
        let separators = text.count - digits.count
        let isSpelledAsUsual = separators == 0 || Self.isSeparatedByOctet(text)
        guard digits.count == 12, isSpelledAsUsual, digits.allSatisfy(\.isHexDigit),
            let value = UInt64(String(digits), radix: 16)
        else { return nil }
        rawValue = value
    }

    /// A group address names several interfaces, so no single one may carry it.
    public var isGroup: Bool { rawValue >> 40 & 1 == 1 }

    private static func isSeparatedByOctet(_ text: some StringProtocol) -> Bool {
        let octets = text.split(omittingEmptySubsequences: false) { $0 == ":" || $0 == "-" }
        return octets.count == 6 && octets.allSatisfy { $0.count == 2 }
    }
}

extension MACAddress: CustomStringConvertible {
    public var description: String {
        (0..<6).map { index in
            let octet = rawValue >> UInt64(8 * (5 - index)) & 0xff
            return (octet < 16 ? "0" : "") + String(octet, radix: 16)
        }.joined(separator: ":")
    }
}

extension MACAddress: Comparable {
    public static func < (left: MACAddress, right: MACAddress) -> Bool {
        left.rawValue < right.rawValue
    }
}

extension MACAddress: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let address = MACAddress(text) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "'\(text)' is not a MAC address.")
        }
        self = address
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
