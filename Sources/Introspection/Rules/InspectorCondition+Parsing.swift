import Documents
import OrderedCollections

extension InspectorCondition {
    init(_ document: DocumentValue) throws(RuleError) {
        guard let entries = document.map, let name = entries["op"]?.string,
            let field = entries["field"]?.string
        else { throw RuleError("Validation failed for conditions: 'op' and 'field' are required") }
        guard let known = Operator(rawValue: name) else {
            let names = Operator.allCases.map(\.rawValue).joined(separator: ", ")
            throw RuleError("Validation failed for conditions: '\(name)' is not one of \(names)")
        }
        self.field = field
        `operator` = known
        (isAboutNode, path) = try Self.path(field)
        let multiple = Multiple(rawValue: entries["multiple"]?.string ?? "any")
        guard let multiple, entries["multiple"].map({ $0.string != nil }) ?? true else {
            throw RuleError("Validation failed for conditions: 'multiple' is any, all or first")
        }
        self.multiple = multiple
        switch entries["invert"] ?? false {
        case .bool(let isInverted): self.isInverted = isInverted
        default: throw RuleError("Validation failed for conditions: 'invert' is a boolean")
        }
        value = entries["value"] ?? .null
        let reserved: Set<String> = ["op", "field", "multiple", "invert"]
        let parameters = entries.filter { !reserved.contains($0.key) && $0.value != .null }.keys
        try RuleParameters.check(
            Array(parameters), required: known == .isEmpty ? [] : ["value"], optional: [],
            of: "operator \(name)")
        try checkValue()
    }

    private static func path(_ field: String) throws(RuleError) -> (Bool, JSONPath) {
        let parts = field.split(separator: "://", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2 else { return (false, try JSONPathReader.path(field)) }
        guard parts[0] == "node" || parts[0] == "data" else {
            throw RuleError(
                "Unsupported scheme for field: \(parts[0]), valid values are node:// or data://")
        }
        return (parts[0] == "node", try JSONPathReader.path(String(parts[1])))
    }

    private func checkValue() throws(RuleError) {
        switch `operator` {
        case .inNet where value.string.flatMap(AddressBlock.init) == nil:
            throw RuleError(
                "Invalid parameters for operator in-net: invalid value: \(value.text)")
        case .matches where value.string.flatMap(PythonRegex.init) == nil,
            .contains where value.string.flatMap(PythonRegex.init) == nil:
            throw RuleError(
                "Invalid parameters for operator \(`operator`.rawValue): invalid regular"
                    + " expression: \(value.text)")
        default: break
        }
    }
}
