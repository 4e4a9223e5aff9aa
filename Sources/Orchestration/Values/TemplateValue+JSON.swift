import OrderedCollections

extension TemplateValue {
    /// What a JSON text says; nil where it is none. Of equal keys the last holds.
    public init?(json text: String) {
        guard let value = JSONText.value(of: text) else { return nil }
        self = value
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
        case .real(let number): text += Self.json(number)
        case .string(let string): Self.write(string, to: &text)
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
                Self.write(key, to: &text)
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

    private static func json(_ number: Double) -> String {
        if number.isNaN { return "NaN" }
        if number.isInfinite { return number < 0 ? "-Infinity" : "Infinity" }
        return number.description
    }

    private static func write(_ string: String, to text: inout String) {
        text += "\""
        for scalar in string.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\r": text += "\\r"
            case "\t": text += "\\t"
            case "\u{8}": text += "\\b"
            case "\u{C}": text += "\\f"
            case " "..."~": text.unicodeScalars.append(scalar)
            default: for unit in scalar.utf16 { text += "\\u" + hexadecimal(unit) }
            }
        }
        text += "\""
    }

    private static func hexadecimal(_ unit: UInt16) -> String {
        let digits = String(unit, radix: 16)
        return String(repeating: "0", count: 4 - digits.count) + digits
    }
}
