/// ETags (RFC 9110, section 8.8.3): the same for the same bytes, in every process.
enum EntityTag {
    /// FNV-1a of the bytes.
    static func of(_ bytes: [UInt8]) -> String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return "\"" + String(hash, radix: 16) + "\""
    }

    /// Whether a condition's list of tags has this one. Weak ones count, as services send them.
    static func matches(_ condition: String, _ tag: String) -> Bool {
        condition.split(separator: ",").contains { part in
            var wanted = part.drop { $0 == " " }
            while wanted.last == " " { wanted.removeLast() }
            if wanted.hasPrefix("W/") { wanted = wanted.dropFirst(2) }
            return wanted == "*" || wanted == tag
        }
    }
}
