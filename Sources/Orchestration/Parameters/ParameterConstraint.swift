import OrderedCollections

/// A constraint on a parameter's values, with what its author says when it is broken.
public struct ParameterConstraint: Sendable, Hashable {
    public let rule: ParameterRule
    public let description: String?

    public init(_ rule: ParameterRule, description: String? = nil) {
        self.rule = rule
        self.description = description
    }
}

// MARK: - Judging

extension ParameterConstraint {
    /// - Parameters:
    ///   - value: of the parameter's type.
    ///   - type: the parameter's.
    /// - Returns: what is wrong with the value; nil where nothing is, and for what a service must
    ///   be asked.
    func fault(of value: TemplateValue, _ type: ParameterType) -> String? {
        guard let fault = ruleFault(of: value, type) else { return nil }
        return description ?? fault
    }

    private func ruleFault(of value: TemplateValue, _ type: ParameterType) -> String? {
        switch rule {
        case .range(let bounds):
            guard let number = value.number, !bounds.contains(number) else { return nil }
            return "found \(value.text), expected \(bounds)"
        case .length(let bounds):
            guard let length = Self.length(of: value), !bounds.contains(Double(length)) else {
                return nil
            }
            return "found a length of \(length), expected \(bounds)"
        case .modulo(let step, let offset):
            guard let number = value.number, !Self.isMultiple(number, of: step, offset) else {
                return nil
            }
            return "found \(value.text), expected a multiple of \(step) plus \(offset)"
        case .allowedValues(let allowed): return choiceFault(of: value, among: allowed, type)
        case .allowedPattern(let pattern):
            guard case .string(let text) = value, !TextPattern.matches(text, pattern) else {
                return nil
            }
            return "found '\(text)', expected what matches '\(pattern)'"
        case .custom: return nil
        }
    }

    private static func length(of value: TemplateValue) -> Int? {
        switch value {
        case .string(let text): text.unicodeScalars.count
        case .list(let items): items.count
        case .map(let entries): entries.count
        default: nil
        }
    }

    /// The rest has the divisor's sign, as in Python.
    private static func isMultiple(_ number: Double, of step: Int, _ offset: Int) -> Bool {
        let divisor = Double(step)
        let rest = number - divisor * (number / divisor).rounded(.down)
        return rest == Double(offset)
    }

    /// Of a list every item must be allowed.
    private func choiceFault(
        of value: TemplateValue, among allowed: [TemplateValue], _ type: ParameterType
    ) -> String? {
        let items: [TemplateValue] =
            if case .list(let items) = value { items } else { [value] }
        let isList = type == .commaDelimitedList
        let known = isList ? allowed : allowed.compactMap { try? type.value(of: $0) }
        guard let wrong = items.first(where: { !known.contains(where: $0.isSame) }) else {
            return nil
        }
        let names = allowed.map { $0.json() }.joined(separator: ", ")
        return "found \(wrong.json()), expected one of \(names)"
    }
}
