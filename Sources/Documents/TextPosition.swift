/// Lines and columns as libYAML counts them: from 1, columns in Unicode scalars.
enum TextPosition {
    static func index(line: Int, column: Int, in text: String) -> String.Index? {
        let scalars = text.unicodeScalars
        var (index, foundLine, foundColumn) = (scalars.startIndex, 1, 1)
        while index < scalars.endIndex {
            if foundLine == line && foundColumn == column { return index }
            let next = scalars.index(after: index)
            if isBreak(scalars[index], before: next, in: scalars) {
                (foundLine, foundColumn) = (foundLine + 1, 1)
            } else {
                foundColumn += 1
            }
            index = next
        }
        return nil
    }

    /// The carriage return before a newline does not end a line of its own.
    private static func isBreak(
        _ scalar: Unicode.Scalar,
        before next: String.Index,
        in scalars: String.UnicodeScalarView
    ) -> Bool {
        if scalar == "\r" { return next == scalars.endIndex || scalars[next] != "\n" }
        return ["\n", "\u{85}", "\u{2028}", "\u{2029}"].contains(scalar)
    }
}
