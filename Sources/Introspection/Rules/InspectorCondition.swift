import Documents

/// A condition of an inspector's rule.
struct InspectorCondition {
    enum Operator: String, CaseIterable {
        case eq
        case ne
        case lt
        case le
        case gt
        case ge
        case inNet = "in-net"
        case matches
        case contains
        case isEmpty = "is-empty"
    }

    /// How several values of a field are treated.
    enum Multiple: String {
        case any
        case all
        case first
    }

    let field: String
    let isAboutNode: Bool
    let path: JSONPath
    let `operator`: Operator
    let multiple: Multiple
    let isInverted: Bool
    let value: DocumentValue

    func holds(for subject: RuleSubject) throws(RuleFault) -> Bool {
        var values = path.values(in: isAboutNode ? subject.node : subject.data)
        if values.isEmpty {
            guard `operator` == .isEmpty else { return false }
            values = [.null]
        }
        var result = false
        for value in values {
            result = try check(value) != isInverted
            if multiple == .first || (multiple == .all && !result) || (multiple == .any && result) {
                break
            }
        }
        return result
    }

    private func check(_ found: DocumentValue) throws(RuleFault) -> Bool {
        switch `operator` {
        case .isEmpty: return [.null, "", [], [:]].contains(found)
        case .inNet:
            guard let block = value.string.flatMap(AddressBlock.init),
                let address = AddressBlock.address(found.text)
            else { throw RuleFault("'\(found.text)' of \(field) is no IP address") }
            return block.contains(address)
        case .matches:
            let pattern = value.text
            guard !pattern.isEmpty else { throw RuleFault("the pattern for \(field) is empty") }
            let regex = PythonRegex(pattern.hasSuffix("$") ? pattern : pattern + "$")
            return regex?.beginsIn(found.text) ?? false
        case .contains: return PythonRegex(value.text)?.isIn(found.text) ?? false
        case .eq: return try coerced(found).equals(value)
        case .ne: return try !coerced(found).equals(value)
        case .lt: return try isLess(try coerced(found), value)
        case .ge: return try !isLess(try coerced(found), value)
        case .gt: return try isLess(value, try coerced(found))
        case .le: return try !isLess(value, try coerced(found))
        }
    }

    private func isLess(
        _ left: DocumentValue, _ right: DocumentValue
    ) throws(RuleFault) -> Bool {
        guard let isLess = left.isLess(than: right) else {
            throw RuleFault(
                "\(field) cannot be compared: '\(left.kind)' and '\(right.kind)' have no order")
        }
        return isLess
    }

    /// The field's value as the rule's value is: a whole number, a real one, or as it is. A rule
    /// that says 9 thus reads "10" as a number; one that says "9" does not read 10 as a text.
    private func coerced(_ found: DocumentValue) throws(RuleFault) -> DocumentValue {
        let number: DocumentValue?
        switch (value, found) {
        case (.integer, .string(let text)), (.bool, .string(let text)):
            number = PythonNumber.integer(text).map(DocumentValue.integer)
        case (.integer, .real(let real)), (.bool, .real(let real)):
            number = Int(exactly: real.rounded(.towardZero)).map(DocumentValue.integer)
        case (.real, .string(let text)): number = PythonNumber.real(text).map(DocumentValue.real)
        case (.integer, .null), (.integer, .list), (.integer, .map), (.bool, .null),
            (.bool, .list), (.bool, .map), (.real, .null), (.real, .list), (.real, .map):
            number = nil
        default: number = found
        }
        guard let number else {
            throw RuleFault("\(found.notation) of \(field) cannot be read as a number")
        }
        return number
    }
}
