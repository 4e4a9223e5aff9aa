/// A part of a whole, from 0 to 1.
public struct Ratio: Sendable, Hashable, Codable, Comparable {
    public let value: Double

    public init(_ value: Double) {
        precondition(value >= 0 && value <= 1, "A ratio lies between 0 and 1.")
        self.value = value
    }

    public static let never = Ratio(0)
    public static let always = Ratio(1)
    public static func percent(_ value: Double) -> Ratio { Ratio(value / 100) }

    public static func < (left: Ratio, right: Ratio) -> Bool { left.value < right.value }
}

extension Ratio: CustomStringConvertible {
    public var description: String { "\(Int((value * 100).rounded())) %" }
}
