import OrderedCollections

extension TemplateValue {
    /// What stands under a key of a map; null where nothing does.
    public subscript(key: String) -> TemplateValue {
        if case .map(let entries) = self { entries[key] ?? .null } else { .null }
    }

    /// A whole number; nil for anything else.
    public var index: Int? { if case .integer(let number) = self { number } else { nil } }

    /// A text; nil for anything else.
    public var string: String? { if case .string(let text) = self { text } else { nil } }
}
