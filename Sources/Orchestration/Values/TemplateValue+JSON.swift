import Documents
import OrderedCollections

extension TemplateValue {
    /// Values may lie in each other this deep; whoever reads deeper ones runs out of stack.
    private static let depthLimit = 200

    /// What a JSON text says to Python; nil where it is none. Of equal keys the last holds.
    public init?(json text: String) {
        guard let value = try? DocumentValue(json: text, depth: Self.depthLimit) else { return nil }
        self.init(value)
    }

    /// The value as JSON, byte for byte as Python's `json.dumps` writes it: a space after commas
    /// and colons, everything beyond ASCII escaped.
    public func json(_ order: KeyOrder = .asWritten) -> String {
        var text = ""
        write(to: &text, order)
        return text
    }

    private func write(to text: inout String, _ order: KeyOrder) {
        switch self {
        case .null: text += "null"
        case .bool(let truth): text += truth ? "true" : "false"
        case .integer(let number): text += String(number)
        case .real(let number): text += PythonText.json(number)
        case .string(let string): text += PythonText.quotedJSON(string)
        case .list(let items):
            text += "["
            for (index, item) in items.enumerated() {
                if index > 0 { text += ", " }
                item.write(to: &text, order)
            }
            text += "]"
        case .map(let entries):
            text += "{"
            for (index, key) in Self.keys(of: entries.keys, order).enumerated() {
                if index > 0 { text += ", " }
                text += PythonText.quotedJSON(key)
                text += ": "
                entries[key]?.write(to: &text, order)
            }
            text += "}"
        }
    }

    /// Python compares texts by code points, as Swift compares scalars.
    private static func keys(of keys: some Sequence<String>, _ order: KeyOrder) -> [String] {
        switch order {
        case .asWritten: Array(keys)
        case .sorted: keys.sorted(by: precedes)
        }
    }

    static func precedes(_ one: String, _ two: String) -> Bool {
        one.unicodeScalars.lexicographicallyPrecedes(two.unicodeScalars)
    }
}
