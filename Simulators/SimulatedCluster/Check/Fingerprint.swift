/// 64 bits that tell a state from others, the same in every process (FNV-1a).
struct Fingerprint {
    private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

    mutating func combine(_ number: Int) {
        value = (value ^ UInt64(truncatingIfNeeded: number)) &* 0x100_0000_01B3
        value ^= value >> 29
    }

    mutating func combine(_ answer: Bool) { combine(answer ? 1 : 2) }

    mutating func combine(_ answer: Bool?) { combine(answer.map { $0 ? 1 : 2 } ?? 0) }

    mutating func combine(_ text: String?) {
        for byte in (text ?? "?").utf8 { combine(Int(byte)) }
        combine(256)
    }

    mutating func combine(_ names: [NodeName]) {
        combine(names.count)
        for name in names { combine(name.text) }
    }
}
