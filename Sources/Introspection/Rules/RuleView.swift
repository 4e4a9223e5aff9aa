import Documents
import OrderedCollections

/// What a rule of Ironic's own sees when places in its arguments are filled.
struct RuleView {
    let masksSecrets: Bool

    /// `node` by its attributes, `inventory`, `plugin_data`, and in a loop `item`.
    func context(_ subject: RuleSubject, item: DocumentValue?) -> DocumentValue {
        let inventory = subject.data["inventory"] ?? [:]
        let plugins = subject.pluginData
        var context: OrderedDictionary<String, DocumentValue> = [
            "node": subject.node,
            "inventory": masksSecrets ? SecretMask.masked(inventory) : inventory,
            "plugin_data": masksSecrets ? SecretMask.masked(plugins) : plugins,
        ]
        context["item"] = item
        return .map(context)
    }

    /// An argument with its places filled. What cannot be filled stays as it is written, but is
    /// nothing to an operator that asks whether something is empty.
    func filled(
        _ value: DocumentValue, _ context: DocumentValue, isEmptyAsked: Bool, isInLoop: Bool
    ) -> DocumentValue {
        switch value {
        case .string(let text):
            let once = filled(text, context, isEmptyAsked)
            // An item of a loop may itself have places to fill.
            guard isInLoop, case .string(let again) = once else { return once }
            return filled(again, context, isEmptyAsked)
        case .list(let items):
            return .list(
                items.map { item in
                    if case .string(let text) = item {
                        return filled(text, context, isEmptyAsked)
                    }
                    return filled(
                        item, context, isEmptyAsked: isEmptyAsked, isInLoop: isInLoop)
                })
        case .map(let entries):
            var map: OrderedDictionary<String, DocumentValue> = [:]
            for (key, entry) in entries {
                map[filled(key, context, isEmptyAsked).text] = filled(
                    entry, context, isEmptyAsked: isEmptyAsked, isInLoop: isInLoop)
            }
            return .map(map)
        default: return value
        }
    }

    private func filled(
        _ text: String, _ context: DocumentValue, _ isEmptyAsked: Bool
    ) -> DocumentValue {
        do throws(FormatText.Fault) {
            return .string(try FormatText.filled(text, context, hasAttributes: ["node"]))
        } catch {
            if case .missing = error, isEmptyAsked { return .null }
            return .string(text)
        }
    }
}

extension RuleSubject {
    /// What the ramdisk sent beside the inventory.
    var pluginData: DocumentValue {
        get { data["plugin_data"] ?? [:] }
        set { data.update(at: ["plugin_data"]) { $0 = newValue } }
    }
}
