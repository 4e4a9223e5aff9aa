extension ParameterType {
    /// What a value given for a parameter of this type comes to.
    func value(of given: TemplateValue) throws(ParameterFault) -> TemplateValue {
        switch self {
        case .string: return .string(given.text)
        case .number: return try Self.number(given)
        case .boolean: return try Self.boolean(given)
        case .commaDelimitedList: return try Self.list(given)
        case .json: return try Self.document(given)
        }
    }

    private static func number(_ given: TemplateValue) throws(ParameterFault) -> TemplateValue {
        switch given {
        case .integer, .real, .bool: return given
        case .string(let text):
            if let number = TemplateValue.integer(numeral: text) { return .integer(number) }
            if let number = real(text) { return .real(number) }
        default: break
        }
        throw ParameterFault(message: "found \(found(given)), expected a number")
    }

    /// A real as Python's `float` reads it, which takes no hexadecimal digits.
    private static func real(_ text: String) -> Double? {
        let body = text.filter { !$0.isWhitespace && $0 != "_" }.lowercased()
        guard !body.contains("x"), !body.contains("p") else { return nil }
        return Double(body)
    }

    private static func boolean(_ given: TemplateValue) throws(ParameterFault) -> TemplateValue {
        let word = given.text.lowercased().filter { !$0.isWhitespace }
        if ["1", "t", "true", "on", "y", "yes"].contains(word) { return true }
        if ["0", "f", "false", "off", "n", "no"].contains(word) { return false }
        throw ParameterFault(message: "found \(found(given)), expected true or false")
    }

    private static func list(_ given: TemplateValue) throws(ParameterFault) -> TemplateValue {
        switch given {
        case .list(let items): return .list(items.map { .string($0.text) })
        case .string(""): return .emptyList
        case .string(let text):
            return .list(
                text.split(separator: ",", omittingEmptySubsequences: false)
                    .map { .string(String($0)) })
        default:
            throw ParameterFault(
                message: "found \(found(given)), expected a list, or texts with commas between")
        }
    }

    private static func document(_ given: TemplateValue) throws(ParameterFault) -> TemplateValue {
        guard case .string(let text) = given else { return given }
        if text.isEmpty { return given }
        guard let value = TemplateValue(json: text) else {
            throw ParameterFault(message: "found \(found(given)), expected JSON")
        }
        return value
    }

    private static func found(_ given: TemplateValue) -> String {
        switch given {
        case .list, .map, .null: given.kind
        default: "'\(given.text.prefix(60))'"
        }
    }
}
