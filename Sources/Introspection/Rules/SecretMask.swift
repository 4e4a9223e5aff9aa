import Documents
import OrderedCollections

/// When rules of Ironic's own see secrets (`[inspection_rules]mask_secrets`).
package enum SecretMask: String, Sendable, Hashable, CaseIterable {
    case always
    case never
    /// Only rules that are marked as sensitive see them.
    case sensitive

    private static let keys: Set<String> = ["password", "auth_token", "bmc_password"]

    func isOn(forSensitive isSensitive: Bool) -> Bool {
        switch self {
        case .always: true
        case .never: false
        case .sensitive: !isSensitive
        }
    }

    /// The value with what secrets stand for taken out, however deep.
    static func masked(_ value: DocumentValue) -> DocumentValue {
        switch value {
        case .map(let entries):
            var masked = entries
            for (key, entry) in entries {
                masked[key] = keys.contains(key) ? "***" : self.masked(entry)
            }
            return .map(masked)
        case .list(let items): return .list(items.map(masked))
        default: return value
        }
    }
}
