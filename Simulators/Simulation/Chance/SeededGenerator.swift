/// Chance that a seed repeats: xoshiro256** (Blackman and Vigna), its state filled by SplitMix64.
///
/// A branch is derived from the seed and a name, never from the draws made so far, so a new draw
/// in one component does not move those of another.
public struct SeededGenerator: RandomNumberGenerator, Sendable {
    typealias State = (UInt64, UInt64, UInt64, UInt64)

    /// What the state was filled from, and what branches are derived from.
    public let seed: UInt64
    private var state: State
    /// Nil for chance that belongs to no world.
    private let epoch: ChanceEpoch?
    /// Which of the epoch's chances the state was filled for.
    private var salt: UInt64 = 0

    public init(seed: UInt64) { self.init(seed: seed, in: nil) }

    init(seed: UInt64, in epoch: ChanceEpoch?) {
        self.init(seed: seed, state: Self.filled(from: seed), in: epoch)
    }

    init(seed: UInt64, state: State, in epoch: ChanceEpoch? = nil) {
        self.seed = seed
        self.state = state
        self.epoch = epoch
    }

    /// A generator of its own for the component of that name; the same one whenever it is asked.
    public func branch(_ name: String) -> SeededGenerator {
        var hash = TraceHash()
        hash.combine(seed)
        hash.combine(name)
        return SeededGenerator(seed: hash.value, in: epoch)
    }

    public mutating func next() -> UInt64 {
        if let epoch, epoch.salt != salt { refill(epoch.salt) }
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

    /// The chance of every component changes with the world's, each in its own way.
    private mutating func refill(_ salt: UInt64) {
        self.salt = salt
        var hash = TraceHash()
        hash.combine(seed)
        hash.combine(salt)
        state = Self.filled(from: hash.value)
    }

    private static func filled(from seed: UInt64) -> State {
        var filler = SplitMix64(seed: seed)
        return (filler.next(), filler.next(), filler.next(), filler.next())
    }

    private static func rotate(_ word: UInt64, _ count: UInt64) -> UInt64 {
        word << count | word >> (64 - count)
    }
}
