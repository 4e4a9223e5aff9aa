package import Documents

/// One rendering of a template: values of maps are looked up from the innermost section outwards.
///
/// As os-apply-config asks pystache for it: nothing is escaped, what is missing is empty, nothing
/// (`null`) is empty, and what is no text is written as JSON.
package struct MustacheRendering {
    private let partial: (String) -> String?
    private var stack: [DocumentValue]
    private var levels = 0
    private var pieces = 0

    /// - Parameter partial: another template's text by its name; nil where there is none.
    package init(_ values: DocumentValue, partial: @escaping (String) -> String? = { _ in nil }) {
        stack = [values]
        self.partial = partial
    }

    package mutating func text(of template: MustacheTemplate) throws(MustacheError) -> String {
        try text(of: template.pieces)
    }

    private mutating func text(of pieces: [MustachePiece]) throws(MustacheError) -> String {
        levels += 1
        defer { levels -= 1 }
        guard levels <= MustacheLimits.levels else {
            throw MustacheError("sections and partials go into each other without end")
        }
        var text = ""
        for piece in pieces {
            self.pieces += 1
            text += try self.text(of: piece)
            guard self.pieces <= MustacheLimits.pieces, text.utf8.count <= MustacheLimits.text
            else { throw MustacheError("it makes too long a text") }
        }
        return text
    }

    private mutating func text(of piece: MustachePiece) throws(MustacheError) -> String {
        switch piece {
        case .text(let text): return text
        case .value(let key): return Self.text(of: value(of: key))
        case .inverted(let key, let pieces):
            return value(of: key)?.isTrue == true ? "" : try text(of: pieces)
        case .section(let key, let pieces): return try section(key, pieces)
        case .partial(let name, let indent): return try included(name, indent)
        }
    }

    private mutating func section(
        _ key: String, _ pieces: [MustachePiece]
    ) throws(MustacheError) -> String {
        guard let value = value(of: key), value.isTrue else { return "" }
        var text = ""
        for item in value.list ?? [value] {
            stack.append(item)
            defer { stack.removeLast() }
            text += try self.text(of: pieces)
        }
        return text
    }

    private mutating func included(
        _ name: String, _ indent: String
    ) throws(MustacheError) -> String {
        guard let template = partial(name) else { return "" }
        return try text(of: MustacheTemplate(Self.indented(template, by: indent)))
    }

    /// Every line that is not empty is moved to the right.
    private static func indented(_ text: String, by indent: String) -> String {
        guard !indent.isEmpty else { return text }
        let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
        return lines.map { $0.isEmpty ? "" : indent + String($0) }.joined(separator: "\n")
    }

    /// A dotted name's first part is looked up in all sections that are open, the others in what
    /// it stands for.
    private func value(of name: String) -> DocumentValue? {
        if name == "." { return stack.last }
        let parts = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        let start = stack.reversed().lazy.compactMap { $0[parts[0]] }.first
        return parts.dropFirst().reduce(start) { value, part in value?[part] }
    }

    private static func text(of value: DocumentValue?) -> String {
        switch value {
        case nil, .null: ""
        case .string(let text): text
        case .some(let value): value.json
        }
    }
}
