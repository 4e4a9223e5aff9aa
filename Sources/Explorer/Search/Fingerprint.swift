/// Short names for texts (FNV-1a, 64 bits).
enum Fingerprint {
    static func of(_ text: String, from start: UInt64 = 0xcbf2_9ce4_8422_2325) -> UInt64 {
        text.utf8.reduce(start) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    }

    /// Eight hexadecimal digits.
    static func short(_ text: String) -> String {
        let hash = of(text)
        let digits = String(hash >> 32 ^ hash & 0xffff_ffff, radix: 16)
        return String(repeating: "0", count: 8 - digits.count) + digits
    }
}
