/// The operators of oslo.utils' specs matcher.
public enum SpecificationOperator: String, Sendable, Hashable, CaseIterable {
    /// At least, as flavors of old had it; to ask for an equal number is ``numberEqual``.
    case legacyAtLeast = "="
    case numberEqual = "=="
    case numberUnequal = "!="
    case numberAtMost = "<="
    case numberAtLeast = ">="
    case numberBelow = "<"
    case numberAbove = ">"
    case textEqual = "s=="
    case textUnequal = "s!="
    case textAtMost = "s<="
    case textAtLeast = "s>="
    case textBelow = "s<"
    case textAbove = "s>"
    /// The text occurs in the value.
    case contained = "<in>"
    /// The value is a list, written as Python writes one, with all the texts among its elements.
    case allContained = "<all-in>"
    /// The value is one of the texts.
    case oneOf = "<or>"
    /// The value is a number between two bounds, each of them with a bracket: `[ 10 20 )`.
    case between = "<range-in>"

    /// What compares the value as a number; nil where the operator does not.
    var ofNumbers: Comparison? {
        switch self {
        case .legacyAtLeast: .atLeast
        case .numberEqual, .numberUnequal, .numberAtMost, .numberAtLeast, .numberBelow,
            .numberAbove:
            Comparison(rawValue: rawValue)
        default: nil
        }
    }

    /// What compares the value as a text; nil where the operator does not.
    var ofTexts: Comparison? {
        rawValue.hasPrefix("s") ? Comparison(rawValue: String(rawValue.dropFirst())) : nil
    }

    /// Those that take one text, in the order in which the grammar tries them.
    static let unary: [SpecificationOperator] = [
        .numberEqual, .legacyAtLeast, .numberUnequal, .contained, .numberAtLeast, .numberAtMost,
        .numberAbove, .numberBelow, .textEqual, .textUnequal, .textAtMost, .textBelow,
        .textAtLeast, .textAbove,
    ]

    /// Those that no text may begin with.
    static let reserved = [.allContained, .oneOf, .between] + unary
}
