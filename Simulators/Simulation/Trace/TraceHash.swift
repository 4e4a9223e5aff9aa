/// A rolling 64-bit hash that is the same in every process, unlike the standard library's.
public struct TraceHash: Sendable, Hashable {
    /// The hash of what went in so far; at first the offset basis of FNV-1a.
    public private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

    public init() {}

    /// Adds a word.
    @inline(__always)
    public mutating func combine(_ word: UInt64) {
        let mixed = (value ^ word) &* 0x9e37_79b9_7f4a_7c15
        value = mixed ^ mixed >> 29
    }

    /// Adds a text: its length and its UTF-8 bytes.
    public mutating func combine(_ text: String) {
        combine(bytes: text.utf8)
    }

    @inline(__always)
    mutating func combine(_ text: StaticString) {
        guard text.hasPointerRepresentation else { return combine(text.description) }
        combine(
            bytes: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
        )
    }

    @inline(__always)
    private mutating func combine(bytes: some Collection<UInt8>) {
        combine(UInt64(bytes.count))
        var (word, filled) = (UInt64(0), 0)
        for byte in bytes {
            word = word << 8 | UInt64(byte)
            filled += 1
            if filled == 8 {
                combine(word)
                (word, filled) = (0, 0)
            }
        }
        if filled > 0 { combine(word) }
    }

    /// Sixteen hexadecimal digits.
    public var text: String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
