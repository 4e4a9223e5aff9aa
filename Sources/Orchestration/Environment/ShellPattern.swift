/// Patterns of names as shells have them: `*` stands for any text, `?` for one character, and
/// brackets for one of several.
enum ShellPattern {
    static func matches(_ text: String, _ pattern: String) -> Bool {
        matches(Array(text.unicodeScalars)[...], Array(pattern.unicodeScalars)[...])
    }

    /// Goes back to the last star only, so that it takes no longer than both lengths multiplied.
    private static func matches(
        _ text: ArraySlice<Unicode.Scalar>, _ pattern: ArraySlice<Unicode.Scalar>
    ) -> Bool {
        var (text, pattern) = (text, pattern)
        var star: (text: ArraySlice<Unicode.Scalar>, pattern: ArraySlice<Unicode.Scalar>)?
        while true {
            if pattern.first == "*" {
                pattern = pattern.dropFirst()
                star = (text, pattern)
            } else if let next = text.first, let rest = rest(of: pattern, after: next) {
                (text, pattern) = (text.dropFirst(), rest)
            } else if text.isEmpty, pattern.isEmpty {
                return true
            } else if let last = star, !last.text.isEmpty {
                star = (last.text.dropFirst(), last.pattern)
                (text, pattern) = (last.text.dropFirst(), last.pattern)
            } else {
                return false
            }
        }
    }

    /// - Returns: the pattern after what matches one character; nil where that does not match.
    private static func rest(
        of pattern: ArraySlice<Unicode.Scalar>, after character: Unicode.Scalar
    ) -> ArraySlice<Unicode.Scalar>? {
        guard let first = pattern.first else { return nil }
        if first == "?" { return pattern.dropFirst() }
        if first == "[", let (isMember, rest) = bracket(pattern, character) {
            return isMember ? rest : nil
        }
        return first == character ? pattern.dropFirst() : nil
    }

    /// - Returns: nil where no bracket closes, so that the first stands for itself.
    private static func bracket(
        _ pattern: ArraySlice<Unicode.Scalar>, _ character: Unicode.Scalar
    ) -> (isMember: Bool, rest: ArraySlice<Unicode.Scalar>)? {
        var set = pattern.dropFirst()
        let isNegated = set.first == "!"
        if isNegated { set = set.dropFirst() }
        guard let end = set.dropFirst().firstIndex(of: "]") else { return nil }
        var (members, isMember) = (set[..<end], false)
        while let first = members.first {
            let tail = members.dropFirst()
            if tail.first == "-", let last = tail.dropFirst().first {
                isMember = isMember || first <= character && character <= last
                members = tail.dropFirst(2)
            } else {
                isMember = isMember || first == character
                members = tail
            }
        }
        return (isMember != isNegated, set[(end + 1)...])
    }
}
