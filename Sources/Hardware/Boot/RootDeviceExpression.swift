/// A hint's expression or a disk's attribute, taken apart as Ironic takes it apart before it
/// compares the two: lower case, the operator, and what stands between its occurrences.
///
/// Attributes go the same way as hints, so that one which begins like an operator is compared as
/// Ironic compares it.
struct RootDeviceExpression {
    /// What was expected where an expression cannot be read; its reader knows the rest.
    struct Unreadable: Error {
        let expected: String
    }

    /// Nil for a bare value.
    let operation: SpecificationOperator?
    /// Without the space around them; a bare value is whole.
    let values: [String]

    init(_ text: String) throws(Unreadable) {
        let text = text.trimmed.lowercased()
        guard !text.isEmpty else { throw Unreadable(expected: "a value") }
        var scanner = SpecificationScanner(text)
        guard let found = scanner.scan() else {
            let operation = SpecificationOperator.reserved.first {
                text.hasPrefix($0.rawValue)
            }
            throw Unreadable(expected: "a value after \(operation?.rawValue ?? "an operator")")
        }
        operation = found.operation
        guard let operation else {
            values = [text]
            return
        }
        values = text.pieces(between: operation.rawValue).filter { !$0.isEmpty }.map(\.trimmed)
    }

    /// One line in which every value is free of spaces (`<or> foo%20bar <or> bar`).
    var normalized: String {
        let separator = operation?.rawValue ?? ""
        let encoded = values.map { " \(PercentEncoding.encode($0)) " }
        return (separator + encoded.joined(separator: separator)).trimmed
    }
}
