/// A block of IP addresses, as netaddr's `IPNetwork` reads it: bits of a host may be set.
struct AddressBlock {
    private let bytes: [UInt8]
    private let prefix: Int

    /// Nil for what is no network.
    init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count <= 2, let bytes = Self.address(parts[0]) else { return nil }
        self.bytes = bytes
        guard parts.count == 2 else {
            prefix = bytes.count * 8
            return
        }
        if let length = Int(parts[1]) {
            guard (0...bytes.count * 8).contains(length) else { return nil }
            prefix = length
        } else {
            guard let mask = Self.address(parts[1]), mask.count == bytes.count else { return nil }
            let bits = mask.flatMap { byte in (0..<8).map { byte >> (7 - $0) & 1 } }
            let ones = bits.prefix { $0 == 1 }.count
            guard bits.dropFirst(ones).allSatisfy({ $0 == 0 }) else { return nil }
            prefix = ones
        }
    }

    func contains(_ address: [UInt8]) -> Bool {
        guard address.count == bytes.count else { return false }
        let whole = prefix / 8
        guard address[..<whole] == bytes[..<whole] else { return false }
        guard prefix % 8 > 0 else { return true }
        let mask = UInt8.max << UInt8(8 - prefix % 8)
        return address[whole] & mask == bytes[whole] & mask
    }

    /// Four bytes or sixteen; nil for what is no address.
    static func address(_ text: some StringProtocol) -> [UInt8]? {
        text.contains(":") ? six(String(text)) : four(String(text))
    }

    private static func four(_ text: String) -> [UInt8]? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        let bytes = parts.compactMap { $0.allSatisfy(\.isNumber) ? UInt8($0) : nil }
        return parts.count == 4 && bytes.count == 4 ? bytes : nil
    }

    private static func six(_ text: String) -> [UInt8]? {
        let halves = text.split(separator: "::", omittingEmptySubsequences: false)
            .map { half in half.split(separator: ":", omittingEmptySubsequences: false) }
        guard halves.count <= 2 else { return nil }
        let parts = halves.map { half -> [UInt8]? in
            var bytes: [UInt8] = []
            if half == [""] { return bytes }
            for group in half {
                if group.contains("."), let tail = four(String(group)) {
                    bytes += tail
                } else if group.count <= 4, let value = UInt16(group, radix: 16) {
                    bytes += [UInt8(value >> 8), UInt8(value & 0xFF)]
                } else {
                    return nil
                }
            }
            return bytes
        }
        guard let first = parts[0], let last = parts.count == 2 ? parts[1] : [] else { return nil }
        let missing = 16 - first.count - last.count
        guard parts.count == 2 ? missing > 0 : missing == 0 else { return nil }
        return first + Array(repeating: 0, count: missing) + last
    }

    /// An IPv6 address as people write it: the longest run of zeros left out.
    static func text(_ bytes: [UInt8]) -> String {
        let groups = stride(from: 0, to: 16, by: 2).map { Int(bytes[$0]) << 8 | Int(bytes[$0 + 1]) }
        var (best, start) = (0..<0, 0)
        while start < groups.count {
            let end = groups[start...].firstIndex { $0 != 0 } ?? groups.count
            if end - start > max(best.count, 1) { best = start..<end }
            start = end + 1
        }
        func joined(_ groups: some Collection<Int>) -> String {
            groups.map { String($0, radix: 16) }.joined(separator: ":")
        }
        guard !best.isEmpty else { return joined(groups) }
        return joined(groups[..<best.lowerBound]) + "::" + joined(groups[best.upperBound...])
    }
}
