/// Base64 (RFC 4648, section 4), for basic authentication.
enum Base64 {
    private static let digits = Array(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    static func encode(_ bytes: some Collection<UInt8>) -> String {
        var (text, rest) = ([UInt8](), Array(bytes)[...])
        while !rest.isEmpty {
            let part = rest.prefix(3)
            let bits = part.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - part.count))
            for index in 0..<4 {
                let isPadding = index > part.count
                text.append(isPadding ? UInt8(ascii: "=") : digits[bits >> (18 - 6 * index) & 63])
            }
            rest = rest.dropFirst(3)
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// Nil where the text is none. Padding may be left out.
    static func decode(_ text: some StringProtocol) -> [UInt8]? {
        var content = Array(text.utf8)
        while content.last == UInt8(ascii: "=") { content.removeLast() }
        guard content.count % 4 != 1 else { return nil }
        var (bytes, bits, count) = ([UInt8](), 0, 0)
        for byte in content {
            guard let digit = digits.firstIndex(of: byte) else { return nil }
            bits = (bits << 6 | digit) & 0xFFFF
            count += 6
            guard count >= 8 else { continue }
            count -= 8
            bytes.append(UInt8(truncatingIfNeeded: bits >> count))
        }
        return bytes
    }
}
