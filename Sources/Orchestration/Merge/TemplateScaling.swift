import OrderedCollections

/// Multiplies what is named after a prefix.
///
/// Keys are copied with all below them; names within a copy get the copy's number. Outside of any
/// copy names in lists are multiplied.
struct TemplateScaling {
    let rules: [ScalingRule]

    /// By prefix: the copy that is being made.
    private typealias Copies = [String: Int]

    private struct Scaled {
        let text: String
        /// The rule that made it a copy, and the copy's number.
        var copy: (prefix: String, number: Int)?
    }

    func scaled(_ template: TemplateValue) -> TemplateValue {
        rules.isEmpty ? template : scaled(template, in: [:])
    }

    private func scaled(_ value: TemplateValue, in copies: Copies) -> TemplateValue {
        switch value {
        case .map(let entries): return .map(scaled(entries, in: copies))
        case .list(let items):
            return .list(
                items.flatMap { item -> [TemplateValue] in
                    guard case .string(let text) = item else { return [scaled(item, in: copies)] }
                    return names(for: text, in: copies).map { .string($0.text) }
                })
        case .string(let text):
            // There is no room for several values under one key.
            let scaled = names(for: text, in: copies)
            return .string(scaled.first?.text ?? text)
        default: return value
        }
    }

    private func scaled(
        _ entries: OrderedDictionary<String, TemplateValue>, in copies: Copies
    ) -> OrderedDictionary<String, TemplateValue> {
        // Lists that are made of maps are made of all copies, wherever they stand.
        let copies = entries["Merge::Map"] == nil ? copies : [:]
        var result: OrderedDictionary<String, TemplateValue> = [:]
        for (key, value) in entries {
            for name in names(for: key, in: copies) {
                var inner = copies
                if let copy = name.copy { inner[copy.prefix] = copy.number }
                result[name.text] = scaled(value, in: inner)
            }
        }
        return result
    }

    private func names(for text: String, in copies: Copies) -> [Scaled] {
        guard let rule = rules.first(where: { text.hasPrefix($0.prefix + "0") }) else {
            return [Scaled(text: text)]
        }
        let suffix = text.dropFirst(rule.prefix.count + 1)
        if let number = copies[rule.prefix] {
            return [Scaled(text: "\(rule.prefix)\(number)\(suffix)")]
        }
        return rule.numbers.map {
            Scaled(text: "\(rule.prefix)\($0)\(suffix)", copy: (rule.prefix, $0))
        }
    }
}
