import Documents
import OrderedCollections

/// Which arguments an operation takes.
struct NativeSignature {
    let required: [String]
    let optional: [String]
    let filled: [String]

    private init(_ required: [String], _ optional: [String] = [], filled: [String] = []) {
        self.required = required
        self.optional = optional
        self.filled = filled
    }

    static let conditions: OrderedDictionary<String, NativeSignature> = [
        "eq": .init(["values"], ["force_strings"], filled: ["values"]),
        "lt": .init(["values"], ["force_strings"], filled: ["values"]),
        "gt": .init(["values"], ["force_strings"], filled: ["values"]),
        "is-empty": .init(["value"], filled: ["value"]),
        "in-net": .init(["address", "subnet"], filled: ["address", "subnet"]),
        "matches": .init(["value", "regex"], filled: ["value"]),
        "contains": .init(["value", "regex"], filled: ["value"]),
        "one-of": .init(["value"], ["values"], filled: ["value"]),
        "is-none": .init(["value"], filled: ["value"]),
        "is-true": .init(["value"], filled: ["value"]),
        "is-false": .init(["value"], filled: ["value"]),
    ]

    static let actions: OrderedDictionary<String, NativeSignature> = [
        "fail": .init(["msg"]),
        "log": .init(["msg"], ["level"], filled: ["msg"]),
        "set-attribute": .init(["path", "value"], filled: ["value"]),
        "extend-attribute": .init(["path", "value"], ["unique"], filled: ["value"]),
        "del-attribute": .init(["path"]),
        "set-capability": .init(["name", "value"], filled: ["value"]),
        "unset-capability": .init(["name"]),
        "add-trait": .init(["name"]),
        "remove-trait": .init(["name"]),
        "set-plugin-data": .init(["path", "value"], filled: ["value"]),
        "extend-plugin-data": .init(["path", "value"], ["unique"], filled: ["value"]),
        "unset-plugin-data": .init(["path"]),
        "set-port-attribute": .init(["port_id", "path", "value"], filled: ["value"]),
        "extend-port-attribute": .init(
            ["port_id", "path", "value"], ["unique"], filled: ["value"]),
        "del-port-attribute": .init(["port_id", "path"]),
        "api-call": .init(
            ["url"], ["headers", "proxies", "timeout", "retries", "backoff_factor"],
            filled: ["url"]),
    ]

    /// Arguments by name, from a map or from a list in the signature's order.
    func arguments(
        _ document: DocumentValue, of operation: String
    ) throws(RuleError) -> OrderedDictionary<String, DocumentValue> {
        let named: OrderedDictionary<String, DocumentValue>
        switch document {
        case .map(let entries): named = entries.filter { $0.key != "plugin_data" }
        case .list(let items):
            named = OrderedDictionary(
                uniqueKeysWithValues: zip(required + optional, items).map { ($0, $1) })
        default: throw RuleError("args must be either a list or dictionary")
        }
        let missing = required.filter { named[$0] == nil }
        let unexpected = named.keys.filter { !required.contains($0) && !optional.contains($0) }
        var faults: [String] = []
        if !missing.isEmpty {
            faults.append("missing required argument(s): \(missing.joined(separator: ", "))")
        }
        if !unexpected.isEmpty {
            faults.append("unexpected argument(s): \(unexpected.joined(separator: ", "))")
        }
        guard faults.isEmpty else {
            throw RuleError(
                "Invalid parameters for operator \(operation): \(faults.joined(separator: "; "))")
        }
        return named
    }
}
