/// Finds tags in a text the way pystache's regular expression does, which tries the longest blanks
/// first and the shortest keys.
struct MustacheScanner {
    private static let signs: Set<Unicode.Scalar> = ["!", ">", "&", "/", "#", "^"]

    let text: [Unicode.Scalar]
    private var openMark: [Unicode.Scalar] = ["{", "{"]
    private var closeMark: [Unicode.Scalar] = ["}", "}"]

    init(_ template: String) { text = Array(template.unicodeScalars) }

    mutating func setDelimiters(_ key: String) throws(MustacheError) {
        let marks = key.unicodeScalars.split(whereSeparator: Self.isSpace).map(Array.init)
        guard marks.count >= 2 else {
            throw MustacheError("the delimiters '\(key)' are not two")
        }
        (openMark, closeMark) = (marks[0], marks[1])
    }

    /// The first tag from a place on.
    func tag(from start: Int) -> MustacheTag? {
        var index = start
        while index + openMark.count <= text.count {
            if stands(openMark, at: index), let tag = tag(openedAt: index, from: start) {
                return tag
            }
            index += 1
        }
        return nil
    }

    private func tag(openedAt open: Int, from start: Int) -> MustacheTag? {
        var blanks = open
        while blanks > start, text[blanks - 1] == " " || text[blanks - 1] == "\t" { blanks -= 1 }
        let body = open + openMark.count
        for inner in stride(from: spaceEnd(body), through: body, by: -1) {
            let found =
                enclosed(inner, by: ("=", "="), .delimiters)
                ?? enclosed(inner, by: ("{", "}"), .value) ?? plain(inner)
            if let (kind, key, end) = found {
                return MustacheTag(kind: kind, key: key, start: blanks, open: open, end: end)
            }
        }
        return nil
    }

    private typealias Found = (kind: MustacheTag.Kind, key: String, end: Int)

    /// `{name}` and `=<% %>=` between the marks; the key is in one line.
    private func enclosed(
        _ start: Int, by marks: (Unicode.Scalar, Unicode.Scalar), _ kind: MustacheTag.Kind
    ) -> Found? {
        guard start < text.count, text[start] == marks.0 else { return nil }
        let body = start + 1
        for inner in stride(from: spaceEnd(body), through: body, by: -1) {
            var end = inner
            while end < text.count, text[end] != "\n" {
                end += 1
                let mark = spaceEnd(end)
                guard mark < text.count, text[mark] == marks.1 else { continue }
                if let close = closing(at: mark + 1) { return (kind, key(inner, end), close) }
            }
        }
        return nil
    }

    private func plain(_ start: Int) -> Found? {
        if start < text.count, Self.signs.contains(text[start]) {
            let kind = MustacheTag.Kind(sign: text[start])
            if let found = named(start + 1, kind) { return found }
        }
        return named(start, .value)
    }

    private func named(_ body: Int, _ kind: MustacheTag.Kind) -> Found? {
        for inner in stride(from: spaceEnd(body), through: body, by: -1) where inner < text.count {
            var end = inner + 1
            while end <= text.count {
                if let close = closing(at: end) { return (kind, key(inner, end), close) }
                end += 1
            }
        }
        return nil
    }

    /// Where a tag ends whose key ends here: after any space, and the closing mark.
    private func closing(at index: Int) -> Int? {
        let space = spaceEnd(index)
        for mark in stride(from: space, through: index, by: -1) where stands(closeMark, at: mark) {
            return mark + closeMark.count
        }
        return nil
    }

    private func key(_ start: Int, _ end: Int) -> String {
        var key = String.UnicodeScalarView()
        key.append(contentsOf: text[start..<end])
        return String(key)
    }

    private func stands(_ mark: [Unicode.Scalar], at index: Int) -> Bool {
        index + mark.count <= text.count && text[index..<index + mark.count].elementsEqual(mark)
    }

    private func spaceEnd(_ start: Int) -> Int {
        var index = start
        while index < text.count, Self.isSpace(text[index]) { index += 1 }
        return index
    }

    /// White space as Python's regular expressions have it.
    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isWhitespace || ("\u{1C}"..."\u{1F}").contains(scalar)
    }
}
