/// An address of the Internet Protocol, version 4 or 6.
public struct IPAddress: Sendable, Hashable, Codable, Comparable {
    public enum Version: Int, Sendable, Hashable, Codable {
        case v4 = 4
        case v6 = 6

        public var bits: Int { self == .v4 ? 32 : 128 }
    }

    public let version: Version
    public let rawValue: UInt128

    public init(_ rawValue: UInt128, _ version: Version) {
        precondition(
            version == .v6 || rawValue < 1 << 32, "An address of version 4 has 32 bits.")
        (self.rawValue, self.version) = (rawValue, version)
    }

    /// Reads `192.0.2.1` and `2001:db8::1`, without a zone.
    public init?(_ text: some StringProtocol) {
        if text.contains(":") {
            guard let value = Self.sixteenBytes(text) else { return nil }
            self.init(value, .v6)
        } else {
            guard let value = Self.fourBytes(text) else { return nil }
            self.init(value, .v4)
        }
    }

    /// Those of version 4 come first.
    public static func < (left: IPAddress, right: IPAddress) -> Bool {
        (left.version.rawValue, left.rawValue) < (right.version.rawValue, right.rawValue)
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let address = IPAddress(text) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "\(text) is no address")
        }
        self = address
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }

    private static func fourBytes(_ text: some StringProtocol) -> UInt128? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 4 else { return nil }
        var value: UInt128 = 0
        for part in parts {
            guard part.utf8.count <= 3, part.allSatisfy(\.isNumber), let byte = UInt8(part) else {
                return nil
            }
            value = value << 8 | UInt128(byte)
        }
        return value
    }

    private static func sixteenBytes(_ text: some StringProtocol) -> UInt128? {
        let halves = String(text).split(separator: "::", omittingEmptySubsequences: false)
        guard (1...2).contains(halves.count) else { return nil }
        var groups: [[UInt16]] = []
        for half in halves {
            guard let found = Self.groups(half) else { return nil }
            groups.append(found)
        }
        let count = groups.map(\.count).reduce(0, +)
        guard halves.count == 1 ? count == 8 : count < 8 else { return nil }
        let gap = Array(repeating: UInt16(0), count: 8 - count)
        let all = groups[0] + gap + (groups.count == 2 ? groups[1] : [])
        return all.reduce(0) { $0 << 16 | UInt128($1) }
    }

    private static func groups(_ text: Substring) -> [UInt16]? {
        guard !text.isEmpty else { return [] }
        var found: [UInt16] = []
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        for (index, part) in parts.enumerated() {
            if part.contains("."), index == parts.count - 1, let tail = fourBytes(part) {
                found += [UInt16(tail >> 16), UInt16(tail & 0xFFFF)]
            } else if (1...4).contains(part.utf8.count), part.allSatisfy(\.isHexDigit),
                let group = UInt16(part, radix: 16)
            {
                found.append(group)
            } else {
                return nil
            }
        }
        return found
    }
}

extension IPAddress: CustomStringConvertible {
    /// In the shortest spelling (RFC 5952).
    public var description: String {
        guard version == .v6 else {
            return [24, 16, 8, 0].map { String(rawValue >> UInt128($0) & 0xFF) }
                .joined(separator: ".")
        }
        let groups = (0..<8).map { rawValue >> UInt128(112 - 16 * $0) & 0xFFFF }
        let gap = Self.longestGap(groups)
        let text = { (part: ArraySlice<UInt128>) in
            part.map { String($0, radix: 16) }.joined(separator: ":")
        }
        guard gap.count > 1 else { return text(groups[...]) }
        return text(groups[..<gap.lowerBound]) + "::" + text(groups[gap.upperBound...])
    }

    /// The first of the longest runs of zeros.
    private static func longestGap(_ groups: [UInt128]) -> Range<Int> {
        var best = 0..<0
        var start = 0
        for (index, group) in groups.enumerated() {
            if group != 0 { start = index + 1 }
            if index + 1 - start > best.count { best = start..<index + 1 }
        }
        return best
    }
}
