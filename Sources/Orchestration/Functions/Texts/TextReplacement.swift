/// A text in which one placeholder after another is replaced, and what was put in stays as it is.
struct TextReplacement {
    private enum Segment {
        case original(String)
        case inserted(String)
    }

    private var segments: [Segment]

    init(_ text: String) { segments = [.original(text)] }

    /// Longer placeholders first, so that none hides in another; then by code points.
    static func order(_ placeholders: some Sequence<String>) -> [String] {
        placeholders.sorted { one, two in
            let (first, second) = (one.unicodeScalars.count, two.unicodeScalars.count)
            return first == second ? TemplateValue.precedes(one, two) : first > second
        }
    }

    /// - Parameter placeholder: not empty.
    /// - Returns: whether the placeholder was there.
    mutating func replace(_ placeholder: String, with value: String) -> Bool {
        var result: [Segment] = []
        var isThere = false
        for segment in segments {
            guard case .original(let text) = segment else {
                result.append(segment)
                continue
            }
            let parts = SeparatedText.parts(of: text, separatedBy: placeholder)
            for (index, part) in parts.enumerated() {
                if index > 0 { result.append(.inserted(value)) }
                if !part.isEmpty { result.append(.original(part)) }
            }
            isThere = isThere || parts.count > 1
        }
        if isThere { segments = result }
        return isThere
    }

    /// How many bytes ``text`` has.
    var length: Int {
        segments.reduce(0) { length, segment in
            switch segment {
            case .original(let part), .inserted(let part): length + part.utf8.count
            }
        }
    }

    var text: String {
        segments.reduce(into: "") { text, segment in
            switch segment {
            case .original(let part), .inserted(let part): text += part
            }
        }
    }
}
