/// A Mustache template as pystache understands it.
///
/// A section that does not end swallows what comes before it: pystache renders the innermost open
/// section alone, and so does this.
package struct MustacheTemplate: Sendable {
    let pieces: [MustachePiece]

    /// - Throws: for a section that another one's end closes, and for delimiters that are not two.
    package init(_ template: String) throws(MustacheError) {
        var scanner = MustacheScanner(template)
        var open: [(tag: MustacheTag, before: [MustachePiece])] = []
        var pieces: [MustachePiece] = []
        var index = 0
        while let tag = scanner.tag(from: index) {
            let line = Self.line(of: tag, in: scanner.text)
            Self.append(scanner.text[index..<line.start], to: &pieces)
            index = line.end
            switch tag.kind {
            case .value: pieces.append(.value(tag.key))
            case .comment: break
            case .delimiters: try scanner.setDelimiters(tag.key)
            case .partial: pieces.append(.partial(tag.key, indent: line.indent))
            case .section, .inverted:
                guard open.count < MustacheLimits.sections else {
                    throw MustacheError(
                        "more than \(MustacheLimits.sections) sections in each other")
                }
                open.append((tag, pieces))
                pieces = []
            case .end:
                guard let (start, before) = open.popLast(), start.key == tag.key else {
                    throw MustacheError(
                        "Section end tag mismatch at position \(tag.end). Found {{/\(tag.key)}}")
                }
                let isSection = start.kind == .section
                pieces =
                    before + [isSection ? .section(tag.key, pieces) : .inverted(tag.key, pieces)]
            }
        }
        Self.append(scanner.text[index...], to: &pieces)
        self.pieces = pieces
    }

    private static func append(
        _ text: ArraySlice<Unicode.Scalar>, to pieces: inout [MustachePiece]
    ) {
        guard !text.isEmpty else { return }
        var view = String.UnicodeScalarView()
        view.append(contentsOf: text)
        pieces.append(.text(String(view)))
    }

    /// A tag that is no value and has a line for itself takes the whole line with it; the blanks
    /// before other tags are text.
    private static func line(
        of tag: MustacheTag, in text: [Unicode.Scalar]
    ) -> (start: Int, end: Int, indent: String) {
        let begins = tag.start == 0 || isLineEnd(text[tag.start - 1])
        let ends = tag.end == text.count || isLineEnd(text[tag.end])
        guard begins, ends, tag.kind != .value else { return (tag.open, tag.end, "") }
        var end = tag.end
        if end < text.count, text[end] == "\r" { end += 1 }
        if end < text.count, text[end] == "\n" { end += 1 }
        var indent = String.UnicodeScalarView()
        indent.append(contentsOf: text[tag.start..<tag.open])
        return (tag.start, end, String(indent))
    }

    private static func isLineEnd(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "\r" || scalar == "\n"
    }
}
