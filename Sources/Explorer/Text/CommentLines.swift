/// The lines of a YAML text: its comments, to be handed to the values they stand at, and its form.
struct CommentLines {
    private let lines: [Substring]
    /// The first line that no value was handed yet, counted from 0.
    private var next = 0
    /// The line whose comment at the end was handed out last.
    private var trailed = -1

    init(_ text: String) {
        lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    }

    /// Comments and blank lines between what was read so far and a line, counted from 1.
    mutating func lead(before line: Int) -> [String] {
        guard line - 1 > next else { return [] }
        defer { next = line - 1 }
        return lines[next..<(line - 1)].compactMap(Self.comment)
    }

    /// The comment at the end of a line, counted from 1, for the first value that asks.
    mutating func trail(of line: Int) -> String? {
        next = max(next, line)
        guard trailed < line, line <= lines.count else { return nil }
        trailed = line
        return Self.trailing(lines[line - 1])
    }

    /// Whether a flow collection begins at a place, its line and column counted from 1.
    func isFlow(at line: Int, _ column: Int) -> Bool {
        guard line >= 1, line <= lines.count else { return false }
        let first = lines[line - 1].unicodeScalars.dropFirst(column - 1).first
        return first == "{" || first == "["
    }

    /// What is left after the last value.
    mutating func rest() -> [String] {
        let left = lines[min(next, lines.count)...].compactMap(Self.comment)
        return left.last == "" ? left.dropLast() : left
    }

    /// A line that is a comment or blank, without its indentation; nil for others.
    private static func comment(_ line: Substring) -> String? {
        let body = line.drop { $0 == " " }
        return body.isEmpty || body.first == "#" ? String(body) : nil
    }

    /// The comment behind a value, with the spaces before it; a `#` within quotes is none.
    private static func trailing(_ line: Substring) -> String? {
        var quote: Character?
        var previous: Character = " "
        for index in line.indices {
            let character = line[index]
            if let open = quote {
                if character == open { quote = nil }
            } else if character == "#", previous == " " {
                let value = line[..<index].reversed().drop { $0 == " " }
                return String(line[value.startIndex.base...])
            } else if character == "\"" || character == "'", " [{,:".contains(previous) {
                quote = character
            }
            previous = character
        }
        return nil
    }
}
