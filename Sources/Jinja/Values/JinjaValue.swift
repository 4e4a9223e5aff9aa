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

    var text: String {
        switch self {
        case .undefined: return ""
        case .string(let text): return text
        default:
            var text = ""
            write(to: &text, depth: 0)
            return text
        }
    }

    /// What goes on without end is cut off where it is too long for a text anyway.
    private func write(to text: inout String, depth: Int) {
        guard depth < JinjaLimits.depth, text.utf8.count <= JinjaLimits.text else {
            text += "..."
            return
        }
        switch self {
        case .undefined: text += "Undefined"
        case .none: text += "None"
        case .bool(let truth): text += truth ? "True" : "False"
        case .integer(let number): text += String(number)
        case .real(let number): text += DocumentValue.real(number).text
        case .string(let string): text += DocumentValue.string(string).notation
        case .list(let list): Self.write(list.items, "[", "]", to: &text, depth)
        case .tuple(let items):
            Self.write(items, "(", items.count == 1 ? ",)" : ")", to: &text, depth)
        case .map(let map):
            text += "{"
            for (index, (key, value)) in map.entries.enumerated() {
                if index > 0 { text += ", " }
                key.value.write(to: &text, depth: depth + 1)
                text += ": "
                value.write(to: &text, depth: depth + 1)
            }
            text += "}"
        case .function(let function): text += "<function \(function.name)>"
        }
    }

    private static func write(
        _ items: [JinjaValue], _ start: String, _ end: String, to text: inout String, _ depth: Int
    ) {
        text += start
        for (index, item) in items.enumerated() {
            if index > 0 { text += ", " }
            item.write(to: &text, depth: depth + 1)
        }
        text += end
    }

    // MARK: How much it is

    /// Refuses texts that are too long, and what holds too many values.
    func checkCount() throws(JinjaFault) {
        switch self {
        case .string(let text) where text.utf8.count > JinjaLimits.text:
            throw .value("a text is longer than \(JinjaLimits.text) bytes")
        case .list(let list) where list.items.count > JinjaLimits.values:
            throw .value("a list is longer than \(JinjaLimits.values)")
        default: return
        }
    }

    /// Refuses what holds itself, and what cannot be gone through in the time of a rendering.
    func checkSize() throws(JinjaFault) {
        var rest = JinjaLimits.values
        guard isModest(&rest, depth: 0) else {
            throw .value("the value holds itself, or too many others")
        }
    }

    private func isModest(_ rest: inout Int, depth: Int) -> Bool {
        rest -= 1
        guard rest >= 0, depth <= JinjaLimits.depth else { return false }
        let parts: [JinjaValue]
        switch self {
        case .list(let list): parts = list.items
        case .tuple(let items): parts = items
        case .map(let map): parts = Array(map.entries.values)
        default: return true
        }
        for part in parts where !part.isModest(&rest, depth: depth + 1) { return false }
        return true
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
