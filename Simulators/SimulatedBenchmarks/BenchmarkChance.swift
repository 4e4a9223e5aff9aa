/// A generator that gives the same fleets on every system: SplitMix64 (Steele, Lea and Flood,
/// 2014).
public struct BenchmarkChance: RandomNumberGenerator, Sendable {
    private var state: UInt64

    public init(seed: UInt64) { state = seed }

    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }

    /// A normal deviate, by the polar method (Marsaglia and Bray, 1964).
    mutating func normal() -> Double {
        while true {
            let x = Double.random(in: -1...1, using: &self)
            let y = Double.random(in: -1...1, using: &self)
            let square = x * x + y * y
            guard square > 0, square < 1 else { continue }
            return x * (-2 * Logarithm.natural(square) / square).squareRoot()
        }
    }

    /// The quartile of Student's distribution with three degrees of freedom over the normal one's.
    static let heavyScale = 1.134

    /// A deviate of Student's distribution with three degrees of freedom and unit quartiles' scale.
    mutating func heavy() -> Double {
        let squares = (0..<3).reduce(0.0) { sum, _ in
            let deviate = normal()
            return sum + deviate * deviate
        }
        return normal() / (squares / 3).squareRoot() / Self.heavyScale
    }
}
