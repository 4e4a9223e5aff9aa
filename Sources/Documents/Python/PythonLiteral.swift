import OrderedCollections

/// A literal of Python with its place: what `ast.literal_eval` reads, and calls of functions by
/// name, which configuration files of eDeploy's time have in them (`generate({...})`).
package struct PythonLiteral: Sendable, Hashable {
    /// How deep brackets may stand in each other where nobody says: CPython's own parser stops at
    /// two hundred.
    package static let usualDepth = 200

    package enum Content: Sendable, Hashable {
        case none
        case bool(Bool)
        case integer(Int)
        case real(Double)
        case string(String)
        case list([PythonLiteral])
        case tuple([PythonLiteral])
        case map([Entry])
        case call(name: String, arguments: [PythonLiteral])
    }

    package struct Entry: Sendable, Hashable {
        package let key: PythonLiteral
        package let value: PythonLiteral
    }

    package let content: Content
    package let place: TextPlace

    package init(_ content: Content, at place: TextPlace) {
        self.content = content
        self.place = place
    }

    /// Reads a whole text.
    ///
    /// - Parameter depth: how deep brackets may stand in each other.
    package init(
        _ text: String, depth: Int = PythonLiteral.usualDepth
    ) throws(PythonSyntaxError) {
        var reader = PythonReader(text, depthLimit: depth)
        self = try reader.document()
    }
}

extension PythonLiteral {
    package var string: String? { if case .string(let text) = content { text } else { nil } }
    package var integer: Int? { if case .integer(let number) = content { number } else { nil } }

    /// The items of a list or a tuple.
    package var items: [PythonLiteral]? {
        switch content {
        case .list(let items), .tuple(let items): items
        default: nil
        }
    }

    package var entries: [Entry]? {
        if case .map(let entries) = content { entries } else { nil }
    }

    /// What the literal says. Tuples become lists, and keys of maps texts; nil where a function
    /// would have to be called.
    package var value: DocumentValue? {
        switch content {
        case .none: return .null
        case .bool(let truth): return .bool(truth)
        case .integer(let number): return .integer(number)
        case .real(let number): return .real(number)
        case .string(let text): return .string(text)
        case .list(let items), .tuple(let items):
            let values = items.compactMap(\.value)
            return values.count == items.count ? .list(values) : nil
        case .map(let entries):
            var map: OrderedDictionary<String, DocumentValue> = [:]
            for entry in entries {
                guard let key = entry.key.value, let value = entry.value.value else { return nil }
                map[key.text] = value
            }
            return .map(map)
        case .call: return nil
        }
    }
}

extension DocumentValue {
    /// What a literal of Python's says. Tuples become lists, and keys of dictionaries texts.
    ///
    /// - Parameter depth: how deep lists and dictionaries may stand in each other.
    package init(
        python text: String, depth: Int = PythonLiteral.usualDepth
    ) throws(PythonSyntaxError) {
        let literal = try PythonLiteral(text, depth: depth)
        guard let value = literal.value else {
            throw PythonSyntaxError(
                place: literal.place, message: "a function is called, expected a literal")
        }
        self = value
    }
}
