import Documents
import OrderedCollections

/// What an inspector's rule does.
enum InspectorAction {
    case fail(message: String)
    case setAttribute(path: String, value: DocumentValue, resetsInterfaces: Bool)
    /// Without a value, the capability goes.
    case setCapability(name: String, value: DocumentValue)
    case extendAttribute(path: String, value: DocumentValue, isUnique: Bool)
    case addTrait(String)
    case removeTrait(String)

    func apply(to outcome: inout RuleOutcome) throws(RuleFault) {
        switch self {
        case .fail(let message): throw RuleFault(message)
        case .setAttribute(let path, let value, let resets):
            try set(path, try Self.filled(value, outcome), &outcome)
            if resets, Self.keys(path) == ["driver"] { outcome.resetsInterfaces = true }
        case .setCapability(let name, let value):
            let filled = try Self.filled(value, outcome)
            let old = outcome.subject.node["properties"]?["capabilities"] ?? ""
            let text = old.string ?? (old.isTrue ? "?" : "")
            guard text.isEmpty || text.split(separator: ",").allSatisfy({ $0.contains(":") })
            else { throw RuleFault("the node's capabilities are malformed: '\(text)'") }
            outcome.subject.setCapability(name, filled == .null ? nil : filled.text)
        case .extendAttribute(let path, let value, let isUnique):
            try extend(path, try Self.filled(value, outcome), isUnique, &outcome)
        case .addTrait(let name): outcome.subject.addTrait(name)
        case .removeTrait(let name): outcome.subject.removeTrait(name)
        }
    }

    /// What JSON Patch's `add` does: the last key's map must be there.
    private func set(
        _ path: String, _ value: DocumentValue, _ outcome: inout RuleOutcome
    ) throws(RuleFault) {
        let keys = Self.keys(path)
        guard let parent = outcome.subject.node.value(at: keys.dropLast()) else {
            throw RuleFault("there is nothing at '\(path)' to set")
        }
        if case .list(var items) = parent, let last = keys.last {
            guard let place = last == "-" ? items.count : Int(last), place >= 0,
                place <= items.count
            else { throw RuleFault("'\(last)' of '\(path)' is no place in the list") }
            items.insert(value, at: place)
            outcome.subject.node.update(at: keys.dropLast()) { $0 = .list(items) }
            return
        }
        guard outcome.subject.node.update(at: keys, { $0 = value }) else {
            throw RuleFault("there is nothing at '\(path)' to set")
        }
    }

    private func extend(
        _ path: String, _ value: DocumentValue, _ isUnique: Bool, _ outcome: inout RuleOutcome
    ) throws(RuleFault) {
        let keys = Self.keys(path)
        let old = outcome.subject.node.value(at: keys) ?? []
        guard var items = old.list else { throw RuleFault("'\(path)' is no list") }
        if isUnique, items.contains(where: { $0.equals(value) }) { return }
        items.append(value)
        try set(keys.joined(separator: "/"), .list(items), &outcome)
    }

    private static func keys(_ path: String) -> [String] {
        path.split(separator: "/").map(String.init)
    }

    /// The value with all places in its texts filled, keys of maps among them.
    private static func filled(
        _ value: DocumentValue, _ outcome: RuleOutcome
    ) throws(RuleFault) -> DocumentValue {
        switch value {
        case .string(let text): return .string(try filled(text, outcome))
        case .list(let items):
            var filled: [DocumentValue] = []
            for item in items { filled.append(try self.filled(item, outcome)) }
            return .list(filled)
        case .map(let entries):
            var filled: DocumentValue = [:]
            for (key, entry) in entries {
                let value = try self.filled(entry, outcome)
                filled.update(at: [try self.filled(key, outcome)]) { $0 = value }
            }
            return filled
        default: return value
        }
    }

    private static func filled(
        _ text: String, _ outcome: RuleOutcome
    ) throws(RuleFault) -> String {
        do throws(FormatText.Fault) {
            return try FormatText.filled(text, ["data": outcome.subject.data])
        } catch {
            switch error {
            case .missing(let key):
                throw RuleFault(
                    "Invalid formatting variable key provided in value \(text): '\(key)'")
            case .wrong(let message): throw RuleFault("\(message) in value \(text)")
            }
        }
    }
}
