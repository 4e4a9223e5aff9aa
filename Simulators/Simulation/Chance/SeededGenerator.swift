/// Chance that a seed repeats: xoshiro256** (Blackman and Vigna), its state filled by SplitMix64.
///
/// A branch is derived from the seed and a name, never from the draws made so far, so a new draw
/// in one component does not move those of another.
public struct SeededGenerator: RandomNumberGenerator, Sendable {
    public let seed: UInt64
    private var state: (UInt64, UInt64, UInt64, UInt64)

    public init(seed: UInt64) {
        self.seed = seed
        var filler = seed
        state = (
            Self.splitMix(&filler), Self.splitMix(&filler), Self.splitMix(&filler),
            Self.splitMix(&filler)
        )
    }

    public func branch(_ name: String) -> SeededGenerator {
        var hash = TraceHash()
        hash.combine(seed)
        hash.combine(name)
        return SeededGenerator(seed: hash.value)
    }

    public mutating func next() -> UInt64 {
        let result = Self.rotate(state.1 &* 5, 7) &* 9
        let shifted = state.1 << 17
        state.2 ^= state.0
        state.3 ^= state.1
        state.1 ^= state.2
        state.0 ^= state.3
        state.2 ^= shifted
        state.3 = Self.rotate(state.3, 45)
        return result
    }

    /// A number below `bound`, all but equally likely: the bias is below bound / 2⁶⁴.
    @inline(__always)
    mutating func next(below bound: Int) -> Int {
        Int(truncatingIfNeeded: next().multipliedFullWidth(by: UInt64(bound)).high)
    }

    private static func rotate(_ word: UInt64, _ count: UInt64) -> UInt64 {
        word << count | word >> (64 - count)
    }

    private static func splitMix(_ state: inout UInt64) -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var word = state
        word = (word ^ word >> 30) &* 0xbf58_476d_1ce4_e5b9
        word = (word ^ word >> 27) &* 0x94d0_49bb_1331_11eb
        return word ^ word >> 31
    }
}
