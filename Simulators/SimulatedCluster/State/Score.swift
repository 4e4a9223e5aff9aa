/// How much a resource wants to be somewhere, from minus to plus infinity.
///
/// Pacemaker's arithmetic: one million is infinite, and minus infinity wins over everything.
public struct Score: Sendable, Hashable, Comparable, CustomStringConvertible {
    public static let infinity = Score(1_000_000)
    public static let minusInfinity = Score(-1_000_000)
    public static let zero = Score(0)
    /// Below every score: a node that a sum of preferences has ruled out for the moment.
    static let excluded = Score(unchecked: -100_000_000)

    public let value: Int

    public init(_ value: Int) { self.value = min(max(value, -1_000_000), 1_000_000) }

    private init(unchecked value: Int) { self.value = value }

    /// What a configuration says: a number, `INFINITY`, `-INFINITY`, or one of the health colours.
    ///
    /// What cannot be read counts as nothing, as it does for Pacemaker.
    public init(text: String?) {
        switch text {
        case "INFINITY", "+INFINITY", "infinity", "+infinity": self = .infinity
        case "-INFINITY", "-infinity", "red": self = .minusInfinity
        case let text?: self.init(Score.leadingNumber(of: text))
        case nil: self = .zero
        }
    }

    public var isInfinite: Bool { self >= .infinity }
    public var isForbidding: Bool { self <= .minusInfinity }

    public static func + (left: Score, right: Score) -> Score {
        if left.isForbidding || right.isForbidding { return .minusInfinity }
        if left.isInfinite || right.isInfinite { return .infinity }
        return Score(left.value + right.value)
    }

    public static func += (left: inout Score, right: Score) { left = left + right }

    public static prefix func - (score: Score) -> Score { Score(-score.value) }

    public static func < (left: Score, right: Score) -> Bool { left.value < right.value }

    public var description: String {
        if isInfinite { return "INFINITY" }
        return isForbidding ? "-INFINITY" : "\(value)"
    }

    private static func leadingNumber(of text: String) -> Int {
        var digits = text.drop { $0 == " " }[...]
        let sign = digits.first == "-" ? -1 : 1
        if digits.first == "-" || digits.first == "+" { digits = digits.dropFirst() }
        return sign * (Int(digits.prefix(while: \.isNumber).prefix(12)) ?? 0)
    }
}
