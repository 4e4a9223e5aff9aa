/// FNV-1a over 64 bits: finds accidents, not forgeries.
struct Checksum {
    private var hash: UInt64 = 0xcbf2_9ce4_8422_2325

    mutating func combine(_ text: String) {
        // The length keeps apart what would read the same when joined.
        combine(Int64(text.utf8.count))
        for byte in text.utf8 { combine(byte) }
    }

    mutating func combine(_ number: Int64) {
        for shift in stride(from: 0, to: 64, by: 8) {
            combine(UInt8(truncatingIfNeeded: number >> Int64(shift)))
        }
    }

    /// As SQLite keeps it: it has no unsigned numbers.
    var value: Int64 { Int64(bitPattern: hash) }

    private mutating func combine(_ byte: UInt8) {
        hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
    }
}
