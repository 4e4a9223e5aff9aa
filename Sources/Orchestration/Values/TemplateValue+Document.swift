package import Documents
import OrderedCollections

extension TemplateValue {
    /// What a document says, as templates have it.
    package init(_ value: DocumentValue) {
        switch value {
        case .null: self = .null
        case .bool(let truth): self = .bool(truth)
        case .integer(let number): self = .integer(number)
        case .real(let number): self = .real(number)
        case .string(let text): self = .string(text)
        case .list(let items): self = .list(items.map(TemplateValue.init))
        case .map(let entries): self = .map(entries.mapValues(TemplateValue.init))
        }
    }
}

extension TemplateValue {
    /// A key of a map as JSON writes it, which has texts only.
    var keyText: String {
        switch self {
        case .null: "null"
        case .bool(let truth): truth ? "true" : "false"
        default: text
        }
    }
}
