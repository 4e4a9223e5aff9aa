public import Facts

/// What one machine's facts say of one metric.
public enum Measure: Sendable, Hashable {
    case value(Double)
    /// Not a number, infinite, negative, or no number at all: held against nothing.
    case unusable(FactNumber)
    /// The facts say several things at once.
    case contradictory([String])

    /// The figure where it can be compared with others'.
    public var value: Double? { if case .value(let value) = self { value } else { nil } }
}

extension Measure: CustomStringConvertible {
    public var description: String {
        switch self {
        case .value(let value): "\(value)"
        case .unusable(let number): "measured \(number), which is no figure to compare"
        case .contradictory(let values):
            "said to be \(values.joined(separator: " and ")) at once"
        }
    }
}
