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

extension InspectorAction {
    private static let parameters:
        OrderedDictionary<String, (required: [String], optional: [String])> = [
            "fail": (["message"], []),
            "set-attribute": (["path"], ["value", "reset_interfaces"]),
            "set-capability": (["name"], ["value"]),
            "extend-attribute": (["path", "value"], ["unique"]),
            "add-trait": (["name"], []),
            "remove-trait": (["name"], []),
        ]

    init(_ document: DocumentValue) throws(RuleError) {
        guard let entries = document.map, let name = entries["action"]?.string else {
            throw RuleError("Validation failed for actions: 'action' is required")
        }
        guard let known = Self.parameters[name] else {
            let names = Self.parameters.keys.joined(separator: ", ")
            throw RuleError("Validation failed for actions: '\(name)' is not one of \(names)")
        }
        let given = entries.filter { $0.key != "action" && $0.value != .null }.keys
        try RuleParameters.check(
            Array(given), required: known.required, optional: known.optional, of: "action \(name)")
        let (path, value) = (entries["path"]?.text ?? "", entries["value"] ?? .null)
        let target = entries["name"]?.text ?? ""
        switch name {
        case "fail": self = .fail(message: entries["message"]?.text ?? "")
        case "set-attribute":
            // To take an attribute's value away, null must be written.
            guard entries["value"] != nil else {
                throw RuleError(
                    "Invalid parameters for action set-attribute: missing required parameter(s):"
                        + " value")
            }
            let resets = entries["reset_interfaces"]?.isTrue ?? true
            self = .setAttribute(path: path, value: value, resetsInterfaces: resets)
        case "set-capability": self = .setCapability(name: target, value: value)
        case "extend-attribute":
            let isUnique = entries["unique"]?.isTrue ?? false
            self = .extendAttribute(path: path, value: value, isUnique: isUnique)
        case "add-trait": self = .addTrait(target)
        default: self = .removeTrait(target)
        }
    }
}
