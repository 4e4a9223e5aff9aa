import OrderedCollections

/// Lets references to a resource follow it to its new name.
struct ReferenceRename {
    let keys: MergeKeys
    let old: String
    let new: String

    func renamed(_ value: TemplateValue) -> TemplateValue {
        switch value {
        case .list(let items): return .list(items.map(renamed))
        case .map(let entries):
            var result = entries
            for (key, entry) in entries { result[key] = renamed(entry, under: key) }
            return .map(result)
        default: return value
        }
    }

    private func renamed(_ value: TemplateValue, under key: String) -> TemplateValue {
        switch value {
        case .string(old) where keys.references.contains(key) || key == keys.template.dependsOn:
            return .string(new)
        case .list(var items) where key == keys.attribute && items.first == .string(old):
            items[0] = .string(new)
            return .list(items)
        case .list(let items) where key == "AllowedResources":
            return .list(items.map { $0 == .string(old) ? .string(new) : $0 })
        default: return renamed(value)
        }
    }
}
