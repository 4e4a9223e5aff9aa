import Hardware
import World

/// The fields of a record that kept to their schema, to be read one by one.
struct RecordFields {
    private let values: [String: JSONValue]

    init(_ values: [String: JSONValue]) { self.values = values }

    /// Nil where the field is absent or null.
    subscript(name: String) -> JSONValue? {
        values[name].flatMap { $0 == .null ? nil : $0 }
    }

    func text(_ name: String) -> String? { self[name]?.text }
    func object(_ name: String) -> [String: JSONValue] { self[name]?.object ?? [:] }

    func texts(_ name: String) throws(RecordRefusal) -> [String] {
        var texts: [String] = []
        for value in self[name]?.list ?? [] {
            guard let text = value.text else { throw .invalid("'\(name)' is a list of texts") }
            texts.append(text)
        }
        return texts
    }

    /// A truth value, or one of the words for it that Ironic takes.
    func truth(_ name: String) throws(RecordRefusal) -> Bool? {
        switch self[name] {
        case nil: return nil
        case .truth(let truth)?: return truth
        case let value?:
            switch value.text?.lowercased().trimmed {
            case "1"?, "t"?, "true"?, "on"?, "y"?, "yes"?: return true
            case "0"?, "f"?, "false"?, "off"?, "n"?, "no"?: return false
            default: throw .invalid("'\(name)' is a truth value, and not \(value)")
            }
        }
    }

    func integer(_ name: String) -> Int? {
        if case .integer(let number)? = self[name] { number } else { nil }
    }

    func address(_ name: String) throws(RecordRefusal) -> MACAddress? {
        guard let text = text(name) else { return nil }
        guard text.utf8.count == 17, !text.contains("-"), let address = MACAddress(text) else {
            throw .invalid("'\(text)' is no MAC address")
        }
        return address
    }

    /// A UUID in any of its spellings, as its usual one.
    func identifier(_ name: String) throws(RecordRefusal) -> Identifier? {
        guard let text = text(name) else { return nil }
        guard let identifier = Identifier(uuid: text) else {
            throw .invalid("'\(name)' is a UUID, and not '\(text)'")
        }
        return identifier
    }
}

extension String {
    fileprivate var trimmed: String {
        let end = drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace)
        return String(end.reversed())
    }
}
