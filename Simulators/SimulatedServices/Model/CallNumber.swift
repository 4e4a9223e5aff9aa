/// Which call of a client an answer is to. The host that hands calls in numbers them.
public struct CallNumber: Sendable, Hashable, Comparable {
    public let number: Int

    public init(_ number: Int) { self.number = number }

    public static func < (left: Self, right: Self) -> Bool { left.number < right.number }
}
