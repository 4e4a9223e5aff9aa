import Documents
import OrderedCollections

/// A value of a template, as Python has it.
enum JinjaValue {
    /// Nothing, because there is nothing of that name.
    case undefined(String)
    case none
    case bool(Bool)
    case integer(Int)
    case real(Double)
    case string(String)
    case list(JinjaList)
    case tuple([JinjaValue])
    case map(JinjaMap)
    case function(JinjaFunction)

    init(_ document: DocumentValue) {
        switch document {
        case .null: self = .none
        case .bool(let truth): self = .bool(truth)
        case .integer(let number): self = .integer(number)
        case .real(let number): self = .real(number)
        case .string(let text): self = .string(text)
        case .list(let items): self = .list(JinjaList(items.map(JinjaValue.init)))
        case .map(let entries):
            var map: OrderedDictionary<JinjaKey, JinjaValue> = [:]
            for (key, value) in entries { map[.string(key)] = JinjaValue(value) }
            self = .map(JinjaMap(map))
        }
    }

    static func list(_ items: [JinjaValue]) -> JinjaValue { .list(JinjaList(items)) }

    /// What the value is taken for where it decides.
    var isTrue: Bool {
        switch self {
        case .undefined, .none: false
        case .bool(let truth): truth
        case .integer(let number): number != 0
        case .real(let number): number != 0
        case .string(let text): !text.isEmpty
        case .list(let list): !list.items.isEmpty
        case .tuple(let items): !items.isEmpty
        case .map(let map): !map.entries.isEmpty
        case .function: true
        }
    }

    /// What the value holds, one after the other; nil for what holds nothing.
    var items: [JinjaValue]? {
        switch self {
        case .undefined: []
        case .list(let list): list.items
        case .tuple(let items): items
        case .map(let map): map.entries.keys.map(\.value)
        case .string(let text): text.unicodeScalars.map { .string(String($0)) }
        default: nil
        }
    }

    var string: String? { if case .string(let text) = self { text } else { nil } }

    var integer: Int? {
        switch self {
        case .integer(let number): number
        case .bool(let truth): truth ? 1 : 0
        default: nil
        }
    }

    var real: Double? {
        if case .real(let number) = self { number } else { integer.map(Double.init) }
    }

    // MARK: As text

    var text: String { self.text(depth: 0) }

    /// A list that holds itself is cut off where it begins again, as Python does.
    private func text(depth: Int) -> String {
        switch self {
        case .undefined: return ""
        case .string(let text): return text
        default: return notation(depth: depth)
        }
    }

    private func notation(depth: Int) -> String {
        guard depth < JinjaLimits.depth else { return "..." }
        switch self {
        case .undefined: return "Undefined"
        case .none: return "None"
        case .bool(let truth): return truth ? "True" : "False"
        case .integer(let number): return String(number)
        case .real(let number): return DocumentValue.real(number).text
        case .string(let text): return DocumentValue.string(text).notation
        case .list(let list): return "[" + Self.joined(list.items, depth) + "]"
        case .tuple(let items):
            return "(" + Self.joined(items, depth) + (items.count == 1 ? ",)" : ")")
        case .map(let map):
            let entries = map.entries.map {
                "\($0.value.notation(depth: depth + 1)): \($1.notation(depth: depth + 1))"
            }
            return "{" + entries.joined(separator: ", ") + "}"
        case .function(let function): return "<function \(function.name)>"
        }
    }

    private static func joined(_ items: [JinjaValue], _ depth: Int) -> String {
        items.map { $0.notation(depth: depth + 1) }.joined(separator: ", ")
    }

    // MARK: Compared

    func equals(_ other: JinjaValue) -> Bool {
        if let one = real, let two = other.real { return one == two }
        switch (self, other) {
        case (.undefined, .undefined), (.none, .none): return true
        case (.string(let one), .string(let two)): return one == two
        case (.list(let one), .list(let two)): return Self.equal(one.items, two.items)
        case (.tuple(let one), .tuple(let two)): return Self.equal(one, two)
        case (.map(let one), .map(let two)):
            return one.entries.count == two.entries.count
                && one.entries.allSatisfy { two.entries[$0]?.equals($1) == true }
        default: return false
        }
    }

    private static func equal(_ one: [JinjaValue], _ two: [JinjaValue]) -> Bool {
        one.count == two.count && zip(one, two).allSatisfy { $0.equals($1) }
    }

    /// - Returns: nil for values that have no order among each other.
    func precedes(_ other: JinjaValue) -> Bool? {
        if let one = real, let two = other.real { return one < two }
        switch (self, other) {
        case (.string(let one), .string(let two)):
            return one.unicodeScalars.lexicographicallyPrecedes(two.unicodeScalars)
        default:
            guard let ones = sequence, let twos = other.sequence else { return nil }
            for (one, two) in zip(ones, twos) where !one.equals(two) { return one.precedes(two) }
            return ones.count < twos.count
        }
    }

    private var sequence: [JinjaValue]? {
        switch self {
        case .list(let list): list.items
        case .tuple(let items): items
        default: nil
        }
    }

    /// - Returns: nil for what holds nothing.
    func contains(_ item: JinjaValue) -> Bool? {
        switch self {
        case .string(let text):
            guard let part = item.string else { return nil }
            return part.isEmpty || text.contains(part)
        case .map(let map): return JinjaKey(item).map { map.entries[$0] != nil } ?? false
        default: return items.map { $0.contains { $0.equals(item) } }
        }
    }
}
