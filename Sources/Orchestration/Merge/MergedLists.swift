import OrderedCollections

/// Makes lists of maps under `Merge::Map`: their values, sorted.
enum MergedLists {
    static func resolved(_ value: TemplateValue) -> TemplateValue {
        switch value {
        case .list(let items): return .list(items.map(resolved))
        case .map(let entries):
            guard let inner = entries["Merge::Map"] else {
                return .map(entries.mapValues(resolved))
            }
            guard case .map(let members) = inner else { return .emptyList }
            return .list(members.values.map(resolved).sorted { order($0, $1) == .before })
        default: return value
        }
    }

    private enum Order {
        case before, same, after
    }

    /// As Python 2 sorts: nothing first, then numbers, maps, lists and texts.
    private static func order(_ one: TemplateValue, _ two: TemplateValue) -> Order {
        switch (one, two) {
        case (.string(let first), .string(let second)):
            return order(first, second, TemplateValue.precedes)
        case (.list(let first), .list(let second)):
            for (left, right) in zip(first, second) {
                let order = order(left, right)
                if order != .same { return order }
            }
            return order(first.count, second.count, <)
        case (.map(let first), .map(let second)): return order(first, second)
        default:
            if let first = one.number, let second = two.number { return order(first, second, <) }
            return order(rank(one), rank(two), <)
        }
    }

    private static func order<Value: Equatable>(
        _ one: Value, _ two: Value, _ precedes: (Value, Value) -> Bool
    ) -> Order {
        one == two ? .same : precedes(one, two) ? .before : .after
    }

    private static func rank(_ value: TemplateValue) -> Int {
        switch value {
        case .null: 0
        case .bool, .integer, .real: 1
        case .map: 2
        case .list: 3
        case .string: 4
        }
    }

    /// The smaller map first; among those of one size, by the first key at which they differ.
    private static func order(
        _ one: OrderedDictionary<String, TemplateValue>,
        _ two: OrderedDictionary<String, TemplateValue>
    ) -> Order {
        guard one.count == two.count else { return order(one.count, two.count, <) }
        let first = difference(of: one, to: two)
        let second = difference(of: two, to: one)
        guard let first, let second else { return .same }
        guard first == second else { return order(first, second, TemplateValue.precedes) }
        return order(one[first] ?? .null, two[second] ?? .null)
    }

    private static func difference(
        of one: OrderedDictionary<String, TemplateValue>,
        to two: OrderedDictionary<String, TemplateValue>
    ) -> String? {
        one.keys.filter { one[$0] != two[$0] }.min(by: TemplateValue.precedes)
    }
}
