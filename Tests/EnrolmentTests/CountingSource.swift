import World

/// Numbers that follow each other, which is all that identifiers need.
struct CountingSource: RandomSource {
    private static let seed: UInt64 = 0x9e37_79b9_7f4a_7c15

    let number: UInt64

    func next() -> UInt64 { number &* Self.seed }
    func branch(_ component: String) -> any RandomSource {
        CountingSource(number: number &+ UInt64(component.utf8.count))
    }
}
