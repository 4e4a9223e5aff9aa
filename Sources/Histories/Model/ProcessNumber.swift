/// A client: it has one operation under way at a time, and after one whose outcome it does not
/// know, goes on under another number.
public struct ProcessNumber: Sendable, Hashable, Comparable {
    public let number: Int

    public init(_ number: Int) { self.number = number }

    public static func < (left: Self, right: Self) -> Bool { left.number < right.number }
}

extension ProcessNumber: ExpressibleByIntegerLiteral, CustomStringConvertible {
    public init(integerLiteral value: Int) { self.init(value) }
    public var description: String { "process \(number)" }
}
