/// Lends a ``RandomSource`` to the standard library's `using:` parameters.
public struct RandomSourceGenerator: RandomNumberGenerator {
    private let source: any RandomSource

    public init(source: any RandomSource) { self.source = source }

    public mutating func next() -> UInt64 { source.next() }
}
