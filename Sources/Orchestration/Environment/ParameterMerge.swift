import OrderedCollections

/// Merges two values of one parameter.
struct ParameterMerge {
    let schema: ParameterSchema
    let strategy: MergeStrategy
    let place: TemplatePlace

    func merged(
        _ old: TemplateValue, _ new: TemplateValue
    ) throws(TemplateProblem) -> TemplateValue {
        switch schema.type {
        case .json:
            guard case .map(let map) = try document(new) else { return new }
            guard case .map(let base) = try document(old) else { return .map(map) }
            return .map(overlaid(base, map))
        case .commaDelimitedList: return try appended(old, new)
        case .string:
            guard case .string(let first) = old, case .string(let second) = new else {
                throw mismatch(new, "a text")
            }
            return .string(first + second)
        case .number:
            guard let first = old.number, let second = new.number else {
                throw mismatch(new, "a number")
            }
            return Int(exactly: first + second).map(TemplateValue.integer) ?? .real(first + second)
        case .boolean:
            throw TemplateProblem(place, "booleans cannot be merged, but '\(schema.name)' is one")
        }
    }

    private func mismatch(_ value: TemplateValue, _ expected: String) -> TemplateProblem {
        TemplateProblem(place, "found \(value.kind) to merge, expected \(expected)")
    }

    private func document(_ value: TemplateValue) throws(TemplateProblem) -> TemplateValue {
        do throws(ParameterFault) {
            return try ParameterType.json.value(of: value)
        } catch {
            throw TemplateProblem(place, error.message)
        }
    }

    private func appended(
        _ old: TemplateValue, _ new: TemplateValue
    ) throws(TemplateProblem) -> TemplateValue {
        switch (old, new) {
        case _ where old.isEmpty: return new
        case (.list(let first), .list(let second)): return .list(first + second)
        case (.string(let first), .string(let second)): return .string(first + "," + second)
        default: throw mismatch(new, "\(old.kind), as an earlier file has it")
        }
    }

    /// Nothing takes nothing away.
    private func overlaid(
        _ old: OrderedDictionary<String, TemplateValue>,
        _ new: OrderedDictionary<String, TemplateValue>
    ) -> OrderedDictionary<String, TemplateValue> {
        var result = old
        for (key, value) in new where value != .null {
            result[key] = strategy == .deepMerge ? deeply(old[key], value) : value
        }
        return result
    }

    private func deeply(_ old: TemplateValue?, _ new: TemplateValue) -> TemplateValue {
        switch (old, new) {
        case (.map(let first)?, .map(let second)): .map(overlaid(first, second))
        case (.list(let first)?, .list(let second)): .list(first + second)
        case (.string(let first)?, .string(let second)): .string(first + second)
        default: new
        }
    }
}
