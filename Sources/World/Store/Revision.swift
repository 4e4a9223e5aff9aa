/// The number of a committed transaction. A document carries that of the one which last wrote it.
public struct Revision: Sendable, Hashable, Codable, Comparable, CustomStringConvertible {
    public let number: Int64

    public init(number: Int64) { self.number = number }

    /// Before the first transaction.
    public static let zero = Revision(number: 0)

    public var next: Revision { Revision(number: number + 1) }
    public var description: String { "r\(number)" }

    public static func < (left: Revision, right: Revision) -> Bool { left.number < right.number }
}
