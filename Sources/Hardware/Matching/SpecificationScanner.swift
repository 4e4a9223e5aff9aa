/// Cuts a specification into its operator and texts.
struct SpecificationScanner {
    private var rest: Substring.UTF8View

    init(_ text: String) { rest = text[...].utf8 }

    /// The operator and its texts; a text alone has no operator. Nil where the grammar has no
    /// reading. What follows the first reading is left, as by oslo.utils' parser.
    mutating func scan() -> (operation: SpecificationOperator?, operands: [String])? {
        let start = rest
        if let found = alternatives() { return found }
        rest = start
        if let found = list() { return found }
        rest = start
        if let found = range() { return found }
        rest = start
        if let found = unary() { return found }
        rest = start
        return text().map { (nil, [$0]) }
    }

    private typealias Reading = (operation: SpecificationOperator?, operands: [String])

    private mutating func alternatives() -> Reading? {
        var operands: [String] = []
        while take(.oneOf), let operand = text() { operands.append(operand) }
        return operands.isEmpty ? nil : (.oneOf, operands)
    }

    private mutating func list() -> Reading? {
        guard take(.allContained) else { return nil }
        var operands: [String] = []
        while let operand = text() { operands.append(operand) }
        return operands.isEmpty ? nil : (.allContained, operands)
    }

    private mutating func range() -> Reading? {
        guard take(.between) else { return nil }
        var operands: [String] = []
        while operands.count < 4, let operand = text() { operands.append(operand) }
        return operands.count == 4 ? (.between, operands) : nil
    }

    private mutating func unary() -> Reading? {
        for operation in SpecificationOperator.unary where take(operation) {
            // The first that fits is the one meant: `=> 5` is no `>` after a `=`.
            return text().map { (operation, [$0]) }
        }
        return nil
    }

    private mutating func take(_ operation: SpecificationOperator) -> Bool {
        skipSpace()
        guard rest.starts(with: operation.rawValue.utf8) else { return false }
        rest = rest.dropFirst(operation.rawValue.utf8.count)
        return true
    }

    /// A run of anything but space that does not begin as an operator does.
    private mutating func text() -> String? {
        skipSpace()
        let isOperator = SpecificationOperator.reserved.contains {
            rest.starts(with: $0.rawValue.utf8)
        }
        let word = rest.prefix { !Self.isSpace($0) }
        guard !isOperator, !word.isEmpty else { return nil }
        rest = rest.dropFirst(word.count)
        return String(decoding: word, as: UTF8.self)
    }

    private mutating func skipSpace() { rest = rest.drop(while: Self.isSpace) }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || 0x09...0x0d ~= byte }
}
