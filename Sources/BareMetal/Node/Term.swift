/// A time during which one replica may act. Terms are numbered upwards and do not overlap.
public struct Term: Sendable, Hashable, Codable, Comparable, CustomStringConvertible {
    public let number: Int

    public init(number: Int) { self.number = number }

    public var next: Term { Term(number: number + 1) }
    public var description: String { "term \(number)" }

    public static func < (left: Term, right: Term) -> Bool { left.number < right.number }
}
