extension RootDeviceRule {
    /// What was expected where a rule cannot be read; its reader knows the rest.
    struct Unreadable: Error {
        let expected: String
    }

    /// Reads an expression: an operator and its values, or a bare value, which means equality.
    init(_ expression: String, for attribute: RootDeviceHint.Attribute) throws(Unreadable) {
        let text = expression.trimmed.lowercased()
        guard !text.isEmpty else { throw Unreadable(expected: "a value") }
        switch attribute {
        case .rotational: self = .truth(try Self.truth(text))
        case .size: self = try Self.size(text)
        default: self = try Self.general(text)
        }
    }

    /// The words oslo.utils takes for true and false.
    private static func truth(_ text: String) throws(Unreadable) -> Bool {
        if ["1", "t", "true", "on", "y", "yes"].contains(text) { return true }
        if ["0", "f", "false", "off", "n", "no"].contains(text) { return false }
        throw Unreadable(expected: "true or false")
    }

    private static func size(_ text: String) throws(Unreadable) -> RootDeviceRule {
        let rule = isOperated(text) ? try general(text) : try general("== " + text)
        switch rule {
        case .number(_, let value): try requireWholeGibibytes(value)
        case .oneOf(let values):
            for value in values { try requireWholeGibibytes(Double(value)) }
        case .text, .contains, .containsAll, .truth:
            throw Unreadable(expected: "a number, or one of the operators == != < <= > >= <or>")
        }
        return rule
    }

    private static func requireWholeGibibytes(_ value: Double?) throws(Unreadable) {
        guard let value, value > 0, value == value.rounded(), value < 1e9 else {
            throw Unreadable(expected: "a whole number of GiB above zero")
        }
    }

    private static func isOperated(_ text: String) -> Bool {
        ["=", "!", "<", ">", "s=", "s!", "s<", "s>"].contains { text.hasPrefix($0) }
    }

    private static func general(_ text: String) throws(Unreadable) -> RootDeviceRule {
        if text.hasPrefix("<or>") { return .oneOf(try alternatives(text)) }
        if let rest = text.dropping("<all-in>") {
            return .containsAll(
                try value(rest, of: "<all-in>").split(separator: " ").map(String.init)
            )
        }
        if let rest = text.dropping("<in>") { return .contains(try value(rest, of: "<in>")) }
        // The longer operators stand first in the list, so that `<=` is not read as `<`.
        for comparison in RootDeviceComparison.allCases {
            if let rest = text.dropping("s" + comparison.rawValue) {
                return .text(comparison, try value(rest, of: "s" + comparison.rawValue))
            }
            if let rest = text.dropping(comparison.rawValue) {
                return .number(comparison, try number(rest, of: comparison.rawValue))
            }
        }
        // oslo.utils keeps `=` for "at least", as flavors of old had it.
        if let rest = text.dropping("=") { return .number(.atLeast, try number(rest, of: "=")) }
        return .text(.equal, text)
    }

    private static func alternatives(_ text: String) throws(Unreadable) -> [String] {
        var values: [String] = []
        for part in text.pieces(between: "<or>").dropFirst() {
            values.append(try value(part, of: "<or>"))
        }
        return values
    }

    private static func value(
        _ text: String,
        of name: String
    ) throws(Unreadable) -> String {
        let value = text.trimmed
        guard !value.isEmpty else { throw Unreadable(expected: "a value after \(name)") }
        return value
    }

    private static func number(
        _ text: String,
        of name: String
    ) throws(Unreadable) -> Double {
        guard let value = Double(text.trimmed), value.isFinite else {
            throw Unreadable(expected: "a number after \(name)")
        }
        return value
    }
}

extension String {
    var trimmed: String {
        let start = drop(while: \.isWhitespace)
        return String(start.reversed().drop(while: \.isWhitespace).reversed())
    }

    fileprivate func dropping(_ prefix: String) -> String? {
        hasPrefix(prefix) ? String(dropFirst(prefix.count)) : nil
    }

    /// The text cut at every occurrence of `separator`.
    fileprivate func pieces(between separator: String) -> [String] {
        var pieces: [String] = [""]
        var rest = self[...]
        while !rest.isEmpty {
            if rest.hasPrefix(separator) {
                pieces.append("")
                rest = rest.dropFirst(separator.count)
            } else {
                pieces[pieces.count - 1].append(rest.removeFirst())
            }
        }
        return pieces
    }
}
