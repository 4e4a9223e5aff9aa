/// A test on one attribute of a disk, in the operators of oslo.utils' specs matcher and with
/// Ironic's ways of reading them.
///
/// Texts compare in lower case and percent-encoded, so that they may hold spaces; a size is a
/// number of GiB, and equal only to exactly as many. Some operators can be written and never hold,
/// as in Ironic: see ``hopelessness``.
public struct RootDeviceRule: Sendable {
    private enum Test: Sendable, Hashable {
        case truth(Bool)
        case text(Specification)
        case size(Specification)
    }

    private let test: Test
    /// The rule as it was written, but for space and case. Reading it back gives an equal rule.
    public let expression: String

    /// Reads an expression: an operator and its values, or a bare value, which means equality.
    init(
        _ expression: String, for attribute: RootDeviceHint.Attribute
    ) throws(RootDeviceExpression.Unreadable) {
        switch attribute {
        case .rotational: (test, self.expression) = try Self.truth(expression)
        case .size: (test, self.expression) = try Self.size(expression)
        default:
            let normalized = try RootDeviceExpression(expression).normalized
            let specification = Specification(normalized)
            let isBare = specification.operation == nil
            test = .text(isBare ? Specification("s== " + normalized) : specification)
            self.expression = expression.trimmed.lowercased()
        }
    }

    /// The words oslo.utils takes for true and false.
    private static func truth(
        _ expression: String
    ) throws(RootDeviceExpression.Unreadable) -> (Test, String) {
        let text = expression.trimmed.lowercased()
        if ["1", "t", "true", "on", "y", "yes"].contains(text) { return (.truth(true), "true") }
        if ["0", "f", "false", "off", "n", "no"].contains(text) { return (.truth(false), "false") }
        throw RootDeviceExpression.Unreadable(expected: "true or false")
    }

    private static func size(
        _ expression: String
    ) throws(RootDeviceExpression.Unreadable) -> (Test, String) {
        let parts = try RootDeviceExpression(expression)
        let isCounted =
            parts.operation == .between
            || parts.values.allSatisfy(PythonLiteral.isCountAboveZero)
        guard isCounted else {
            throw RootDeviceExpression.Unreadable(
                expected: "a whole number of GiB above zero, or an operator before it")
        }
        let text = expression.trimmed
        let specification = Specification(text)
        let isBare = specification.operation == nil
        return (.size(isBare ? Specification("== " + text) : specification), text)
    }

    /// The operator; nil for one of true and false.
    public var operation: SpecificationOperator? { specification?.operation }

    /// What the operator takes, in lower case; empty for one of true and false.
    public var operands: [String] {
        switch test {
        case .truth: []
        case .text(let specification): specification.operands.map(PercentEncoding.decode)
        case .size(let specification): specification.operands
        }
    }

    private var specification: Specification? {
        switch test {
        case .truth: nil
        case .text(let specification), .size(let specification): specification
        }
    }

    /// Why no disk can ever satisfy the rule, in words; nil where one may.
    public var hopelessness: String? {
        guard let specification, let operation = specification.operation else { return nil }
        let name = operation.rawValue
        if operation.ofNumbers != nil, PythonLiteral.number(specification.operands[0]) == nil {
            return "\(name) compares numbers, and '\(operands[0])' is none"
        }
        switch (test, operation) {
        case (_, .allContained): return "\(name) asks for a list, and no disk tells one"
        case (.size, .oneOf), (.size, .textEqual), (.size, .contained), (.size, .textAtLeast),
            (.size, .textAtMost), (.size, .textAbove), (.size, .textBelow):
            return "\(name) compares texts, and a size is a number"
        default: return nil
        }
    }

    func holds(for truth: Bool) -> Bool { test == .truth(truth) }

    func holds(for size: ByteCount) throws(SpecificationFailure) -> Bool {
        let gibibytes = Double(size.bytes) / Double(ByteCount.gibibytes(1).bytes)
        return try specification?.holds(for: .number(gibibytes)) ?? false
    }

    /// A disk that does not tell an attribute satisfies no rule about it, not even a denial.
    func holds(for attribute: String) throws(SpecificationFailure) -> Bool {
        guard let specification, attribute.contains(where: { !$0.isWhitespace }) else {
            return false
        }
        let normalized: String
        do { normalized = try RootDeviceExpression(attribute).normalized } catch {
            throw .wrongKind
        }
        return try specification.holds(for: .text(normalized))
    }

    /// Of an attribute that a disk may tell in several ways, one is enough. A way that cannot be
    /// compared as a number counts for nothing.
    func holds(forAnyOf attributes: [String]) throws(SpecificationFailure) -> Bool {
        for attribute in attributes {
            do {
                if try holds(for: attribute) { return true }
            } catch .notANumber {
                continue
            }
        }
        return false
    }
}

extension RootDeviceRule: Hashable {
    public static func == (left: RootDeviceRule, right: RootDeviceRule) -> Bool {
        left.test == right.test
    }

    public func hash(into hasher: inout Hasher) { hasher.combine(test) }
}

extension RootDeviceRule: CustomStringConvertible {
    public var description: String { expression }
}
