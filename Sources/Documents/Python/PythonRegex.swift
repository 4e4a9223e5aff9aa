/// A regular expression of Python's `re`.
package struct PythonRegex {
    private let regex: Regex<AnyRegexOutput>
    package let pattern: String

    /// Nil for what is no regular expression.
    package init?(_ pattern: String) {
        guard let regex = try? Regex(pattern) else { return nil }
        self.regex = regex.matchingSemantics(.unicodeScalar)
        self.pattern = pattern
    }

    /// `re.search`: whether the pattern matches anywhere.
    package func isIn(_ text: String) -> Bool { text.firstMatch(of: regex) != nil }

    /// `re.match`: whether the pattern matches from the text's beginning.
    package func beginsIn(_ text: String) -> Bool { text.prefixMatch(of: regex) != nil }
}
