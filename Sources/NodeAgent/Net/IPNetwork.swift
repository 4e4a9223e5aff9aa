/// An IP address with the length of its network's prefix, IPv4 or IPv6.
struct IPNetwork: Sendable, Hashable {
    /// Four bytes or sixteen.
    let bytes: [UInt8]
    let prefix: Int

    var isIPv6: Bool { bytes.count == 16 }

    /// Reads `10.0.0.1/24`, `10.0.0.1/255.255.255.0`, `fd00::1/64`, and addresses alone, whose
    /// prefix is the whole; nil for anything else.
    init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count <= 2, let bytes = Self.address(parts[0]) else { return nil }
        self.bytes = bytes
        guard parts.count == 2 else {
            prefix = bytes.count * 8
            return
        }
        guard let prefix = Self.prefix(parts[1], bits: bytes.count * 8) else { return nil }
        self.prefix = prefix
    }

    private static func prefix(_ text: Substring, bits: Int) -> Int? {
        if let length = Int(text) { return (0...bits).contains(length) ? length : nil }
        guard let mask = address(text), mask.count * 8 == bits else { return nil }
        let ones = mask.map(\.nonzeroBitCount).reduce(0, +)
        return mask == self.mask(ones, bytes: mask.count) ? ones : nil
    }

    private static func address(_ text: Substring) -> [UInt8]? {
        text.contains(":") ? ipv6(text) : ipv4(text)
    }

    private static func ipv4(_ text: Substring) -> [UInt8]? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        let bytes = parts.compactMap { UInt8($0) }
        return parts.count == 4 && bytes.count == 4 ? bytes : nil
    }

    private static func ipv6(_ text: Substring) -> [UInt8]? {
        var groups = text.split(separator: ":", omittingEmptySubsequences: false)
        if groups.first == "", groups.dropFirst().first == "" { groups.removeFirst() }
        if groups.last == "", groups.dropLast().last == "" { groups.removeLast() }
        var bytes: [UInt8] = []
        var gap: Int?
        for (index, group) in groups.enumerated() {
            if group.isEmpty {
                guard gap == nil else { return nil }
                gap = bytes.count
            } else if group.contains("."), index == groups.count - 1, let tail = ipv4(group) {
                bytes += tail
            } else if group.utf8.count <= 4, let value = UInt16(group, radix: 16) {
                bytes += [UInt8(value >> 8), UInt8(value & 0xFF)]
            } else {
                return nil
            }
        }
        if let gap, bytes.count < 16 {
            bytes.insert(contentsOf: Array(repeating: 0, count: 16 - bytes.count), at: gap)
        }
        return bytes.count == 16 ? bytes : nil
    }

    private static func mask(_ length: Int, bytes: Int) -> [UInt8] {
        (0..<bytes).map { index in
            let bits = min(8, max(0, length - index * 8))
            return bits == 0 ? 0 : UInt8.max << UInt8(8 - bits)
        }
    }

    /// The address alone, in its shortest form.
    var address: String { Self.text(bytes) }
    var netmask: String { Self.text(Self.mask(prefix, bytes: bytes.count)) }

    private static func text(_ bytes: [UInt8]) -> String {
        guard bytes.count == 16 else { return bytes.map(String.init).joined(separator: ".") }
        let groups = stride(from: 0, to: 16, by: 2).map {
            Int(bytes[$0]) << 8 | Int(bytes[$0 + 1])
        }
        let gap = longestGap(groups)
        let hexadecimal = { (part: ArraySlice<Int>) in
            part.map { String($0, radix: 16) }.joined(separator: ":")
        }
        guard gap.count > 1 else { return hexadecimal(groups[...]) }
        return hexadecimal(groups[..<gap.lowerBound]) + "::"
            + hexadecimal(groups[gap.upperBound...])
    }

    /// The first of the longest runs of zeros.
    private static func longestGap(_ groups: [Int]) -> Range<Int> {
        var best = 0..<0
        var start = 0
        for (index, group) in groups.enumerated() {
            if group != 0 { start = index + 1 }
            if index + 1 - start > best.count { best = start..<index + 1 }
        }
        return best
    }
}
