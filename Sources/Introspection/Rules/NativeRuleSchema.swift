import Documents
import OrderedCollections

/// What a rule of Ironic's own must look like before its operations are read.
enum NativeRuleSchema {
    private static let keys: Set<String> = [
        "actions", "conditions", "description", "phase", "priority", "sensitive", "uuid",
    ]

    static func check(_ document: DocumentValue) throws(RuleError) {
        guard let entries = document.map else { throw fault("a rule is a map") }
        if let key = entries.keys.first(where: { !keys.contains($0) }) {
            throw fault("'\(key)' was unexpected")
        }
        guard let actions = entries["actions"]?.list, !actions.isEmpty else {
            throw fault("'actions' is a list of at least one")
        }
        for action in actions { try check(action, NativeSignature.actions, "!") }
        let conditions = entries["conditions"] ?? []
        guard let items = conditions.list else { throw fault("'conditions' is a list") }
        for item in items { try check(item, NativeSignature.conditions, "") }
        try checkScalars(entries)
    }

    private static func checkScalars(
        _ entries: OrderedDictionary<String, DocumentValue>
    ) throws(RuleError) {
        for (key, limit) in [("description", 255), ("phase", 16), ("uuid", Int.max)] {
            switch entries[key] ?? .null {
            case .null: continue
            case .string(let text) where text.unicodeScalars.count <= limit: continue
            default: throw fault("'\(key)' is a text of at most \(limit) characters")
            }
        }
        switch entries["priority"] ?? 0 {
        case .integer: break
        default: throw fault("'priority' is a whole number")
        }
        switch entries["sensitive"] ?? .null {
        case .null, .bool: break
        default: throw fault("'sensitive' is a boolean")
        }
    }

    /// - Parameter inversion: what may not stand before an operation's name.
    private static func check(
        _ document: DocumentValue, _ known: OrderedDictionary<String, NativeSignature>,
        _ inversion: String
    ) throws(RuleError) {
        guard let written = document["op"]?.string, document["args"] != nil else {
            throw fault("'op' and 'args' are required")
        }
        let isInverted = written.hasPrefix("!")
        let name = isInverted ? String(written.dropFirst()) : written
        guard known[name] != nil, !isInverted || inversion.isEmpty else {
            throw fault("'\(written)' is not one of \(known.keys.joined(separator: ", "))")
        }
        if let multiple = document["multiple"] {
            guard let text = multiple.string, NativeOperation.Multiple(rawValue: text) != nil else {
                throw fault("'multiple' is any, all, first or last")
            }
        }
        switch document["loop"] ?? [] {
        case .list, .map: break
        default: throw fault("'loop' is a list or a map")
        }
    }

    private static func fault(_ message: String) -> RuleError {
        RuleError("Validation failed for inspection rule: \(message)")
    }
}
