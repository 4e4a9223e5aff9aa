import Documents
import OrderedCollections

extension DocumentValue {
    /// What stands at the end of a path of keys; nil where one is missing.
    func value(at keys: some Collection<String>) -> DocumentValue? {
        var current = self
        for key in keys {
            guard let next = current[key] else { return nil }
            current = next
        }
        return current
    }

    /// Changes what stands at the end of a path, making maps on the way where nothing is.
    ///
    /// - Returns: whether there is such a place: nothing stands on the way that is no map.
    @discardableResult
    mutating func update(
        at keys: some Collection<String>, _ change: (inout DocumentValue?) -> Void
    ) -> Bool {
        guard case .map(var entries) = self, let key = keys.first else { return false }
        if keys.count == 1 {
            change(&entries[key])
        } else {
            var child = entries[key] ?? [:]
            guard child.update(at: keys.dropFirst(), change) else { return false }
            entries[key] = child
        }
        self = .map(entries)
        return true
    }

    /// Whether Python's `==` holds: numbers compare by value, whole or not, and booleans are
    /// numbers.
    func equals(_ other: DocumentValue) -> Bool {
        if let left = number, let right = other.number { return left == right }
        switch (self, other) {
        case (.list(let left), .list(let right)):
            return left.count == right.count && zip(left, right).allSatisfy { $0.equals($1) }
        case (.map(let left), .map(let right)):
            return left.count == right.count
                && left.allSatisfy { key, value in right[key].map { value.equals($0) } ?? false }
        default: return self == other
        }
    }

    /// Whether Python's `<` holds; nil where it raises TypeError.
    func isLess(than other: DocumentValue) -> Bool? {
        if let left = number, let right = other.number { return left < right }
        switch (self, other) {
        case (.string(let left), .string(let right)):
            return left.unicodeScalars.lexicographicallyPrecedes(right.unicodeScalars)
        case (.list(let left), .list(let right)):
            for (first, second) in zip(left, right) where !first.equals(second) {
                return first.isLess(than: second)
            }
            return left.count < right.count
        default: return nil
        }
    }

    private var number: Double? {
        switch self {
        case .bool(let truth): truth ? 1 : 0
        case .integer(let number): Double(number)
        case .real(let number): number
        default: nil
        }
    }

    /// What Python calls the kind of value.
    var kind: String {
        switch self {
        case .null: "NoneType"
        case .bool: "bool"
        case .integer: "int"
        case .real: "float"
        case .string: "str"
        case .list: "list"
        case .map: "dict"
        }
    }
}
