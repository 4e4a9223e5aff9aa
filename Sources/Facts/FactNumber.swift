/// What a benchmark's value says: facts are texts, and tools write odd ones.
public enum FactNumber: Sendable, Hashable {
    case finite(Double)
    /// No number at all, such as `N/A`, or nothing.
    case unreadable(String)
    case notANumber
    case infinite
    case negative(Double)

    /// As Python's `float` reads it, less the spaces around it.
    public init(_ text: String) {
        let bare = text.drop(while: \.isWhitespace)
        let word = String(bare.prefix { !$0.isWhitespace })
        let isAlone = bare.dropFirst(word.count).allSatisfy(\.isWhitespace)
        guard isAlone, !word.lowercased().contains("x"), let number = Double(word) else {
            self = .unreadable(text)
            return
        }
        self.init(number)
    }

    public init(_ number: Double) {
        if number.isNaN {
            self = .notANumber
        } else if number.isInfinite {
            self = .infinite
        } else {
            self = number < 0 ? .negative(number) : .finite(number)
        }
    }

    /// The number where it can be compared with others.
    public var value: Double? { if case .finite(let number) = self { number } else { nil } }
}

extension FactNumber: CustomStringConvertible {
    public var description: String {
        switch self {
        case .finite(let number), .negative(let number): "\(number)"
        case .unreadable(let text): text.isEmpty ? "nothing" : "'\(text.prefix(40))'"
        case .notANumber: "NaN"
        case .infinite: "infinity"
        }
    }
}
