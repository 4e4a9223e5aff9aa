import OrderedCollections

extension TemplateValue {
    /// Whether the value, written out, stays within ``TemplateLimits/resolved`` bytes and lies in
    /// itself no deeper than templates may. Each value counts as often as it stands there.
    var fits: Bool {
        var rest = TemplateLimits.resolved
        return fits(into: &rest, depth: 0)
    }

    /// - Parameter rest: how many bytes are left; less what the value takes.
    func fits(into rest: inout Int, depth: Int = 0) -> Bool {
        rest -= TemplateLimits.valueSize
        guard depth <= TemplateLimits.resolvedDepth else { return false }
        switch self {
        case .string(let text): rest -= text.utf8.count
        case .list(let items):
            for item in items where !item.fits(into: &rest, depth: depth + 1) { return false }
        case .map(let entries):
            for (key, value) in entries {
                rest -= key.utf8.count
                guard value.fits(into: &rest, depth: depth + 1) else { return false }
            }
        default: break
        }
        return rest >= 0
    }
}
