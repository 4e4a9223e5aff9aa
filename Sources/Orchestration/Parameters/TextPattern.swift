/// Regular expressions as templates write them, for Python's `re`.
enum TextPattern {
    /// - Returns: what keeps the pattern from being one; nil for a sound one.
    static func fault(of pattern: String) -> String? {
        do {
            _ = try compiled(pattern)
            return nil
        } catch {
            return "found '\(pattern)', expected a regular expression"
        }
    }

    /// Whether the first match from the text's beginning reaches its end. An alternative that would
    /// reach it counts only where no earlier one matches: Heat goes by the match that Python finds
    /// first.
    static func matches(_ text: String, _ pattern: String) -> Bool {
        let scalars = Array(text.unicodeScalars)
        if let program = try? PatternParser.program(pattern) {
            guard program.steps.count * (scalars.count + 1) <= marksLimit else { return false }
            return program.end(in: scalars, from: 0) == scalars.count
        }
        guard let regex = try? compiled(pattern),
            let match = try? regex.prefixMatch(in: text)
        else { return false }
        return match.range.upperBound == text.endIndex
    }

    /// Steps times places that are looked at: a text of a megabyte with a pattern of some hundred
    /// steps.
    private static let marksLimit = 1 << 28

    private static func compiled(_ pattern: String) throws -> Regex<AnyRegexOutput> {
        try Regex(pattern).matchingSemantics(.unicodeScalar)
    }
}
