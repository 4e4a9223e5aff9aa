/// Chance that a seed repeats, for searches: SplitMix64 (Steele, Lea and Flood).
///
/// A branch is derived from the seed and a name, never from the draws made so far, so that a new
/// draw in one place does not move those of another.
struct SearchChance: RandomNumberGenerator {
    private let seed: UInt64
    private var state: UInt64

    init(seed: UInt64) {
        self.seed = seed
        state = seed
    }

    func branch(_ name: String) -> SearchChance {
        SearchChance(seed: Fingerprint.of(name, from: seed ^ 0xcbf2_9ce4_8422_2325))
    }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var word = state
        word = (word ^ word >> 30) &* 0xbf58_476d_1ce4_e5b9
        word = (word ^ word >> 27) &* 0x94d0_49bb_1331_11eb
        return word ^ word >> 31
    }

    /// Whether something of this chance happens.
    mutating func happens(_ share: Double) -> Bool {
        Double.random(in: 0..<1, using: &self) < share
    }

    mutating func pick<Value>(_ values: [Value]) -> Value? {
        values.isEmpty ? nil : values[Int.random(in: values.indices, using: &self)]
    }
}
