public import World

/// Chance from the operating system. No run repeats.
public struct SystemRandomSource: RandomSource {
    public init() {}

    public func next() -> UInt64 {
        var generator = SystemRandomNumberGenerator()
        return generator.next()
    }

    /// The same source: draws that nothing repeats cannot move each other.
    public func branch(_ component: String) -> any RandomSource { self }
}
