import Documents
import OrderedCollections

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
