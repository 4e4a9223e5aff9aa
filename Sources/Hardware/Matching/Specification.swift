/// A condition on one value, in the language of oslo.utils' specs matcher: `>= 60`,
/// `s== 2.1.0`, `<or> one <or> two`, `<range-in> [ 10 20 )`.
///
/// Without an operator the value must be the text itself. Texts hold no spaces; whoever needs them
/// encodes them, as Ironic does for its root device hints.
public struct Specification: Sendable, Hashable {
    public enum Value: Sendable, Hashable {
        case text(String)
        case number(Double)
    }

    /// Nil for a bare text.
    public let operation: SpecificationOperator?
    /// At least one.
    public let operands: [String]

    /// Any text is a specification; one that the grammar cannot read asks for itself.
    public init(_ text: String) {
        var scanner = SpecificationScanner(text)
        (operation, operands) = scanner.scan() ?? (nil, [text])
    }

    /// Whether the value satisfies the condition.
    ///
    /// - Throws: Where the two cannot be compared; the value neither satisfies the condition nor
    ///   fails to.
    public func holds(for value: Value) throws(SpecificationFailure) -> Bool {
        switch value {
        case .text(let text): try holds(forText: text)
        case .number(let number): try holds(forNumber: number)
        }
    }

    private func holds(forText value: String) throws(SpecificationFailure) -> Bool {
        guard let operation else { return operands[0] == value }
        if let comparison = operation.ofTexts {
            return comparison.holds(between: value, and: operands[0])
        }
        if let comparison = operation.ofNumbers {
            return comparison.holds(
                between: try Self.number(value), and: try Self.number(operands[0]))
        }
        switch operation {
        case .contained: return value.contains(operands[0])
        case .oneOf: return operands.contains(value)
        case .between: return try isBetween(try Self.literalNumber(value))
        default:
            guard let list = PythonLiteral.list(value) else { throw .wrongKind }
            return operands.allSatisfy { list.contains($0) }
        }
    }

    private func holds(forNumber value: Double) throws(SpecificationFailure) -> Bool {
        guard let operation else { return false }
        if let comparison = operation.ofNumbers {
            return comparison.holds(between: value, and: try Self.number(operands[0]))
        }
        switch operation {
        // A number is no text, so it equals none.
        case .textEqual, .oneOf: return false
        case .textUnequal: return true
        case .between: return try isBetween(value)
        default: throw .wrongKind
        }
    }

    private func isBetween(_ value: Double) throws(SpecificationFailure) -> Bool {
        let (lowest, highest) = (try Self.number(operands[1]), try Self.number(operands[2]))
        guard lowest <= highest, ["[", "("].contains(operands[0]), ["]", ")"].contains(operands[3])
        else { throw .wrongKind }
        let isAbove = operands[0] == "[" ? value >= lowest : value > lowest
        return isAbove && (operands[3] == "]" ? value <= highest : value < highest)
    }

    /// A value is taken for a literal before it is one of a range, and `inf` is no literal.
    private static func literalNumber(_ value: String) throws(SpecificationFailure) -> Double {
        if let text = PythonLiteral.text(value) { return try number(text) }
        guard value.utf8.contains(where: { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }) else {
            throw .notANumber
        }
        return try number(value)
    }

    private static func number(_ text: String) throws(SpecificationFailure) -> Double {
        guard let number = PythonLiteral.number(text) else { throw .notANumber }
        return number
    }
}
