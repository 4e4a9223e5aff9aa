/// A regular expression of YAQL, which is Python's.
struct YaqlRegex {
    private let regex: Regex<AnyRegexOutput>

    init(_ pattern: String) throws(YaqlError) {
        guard let regex = try? Regex(pattern) else {
            throw YaqlError("'\(pattern)' is no regular expression")
        }
        self.regex = regex.matchingSemantics(.unicodeScalar)
    }

    func isIn(_ text: String) -> Bool { text.firstMatch(of: regex) != nil }

    func first(in text: String) -> String? {
        text.firstMatch(of: regex).map { String(text[$0.range]) }
    }

    /// The text between matches.
    func parts(of text: String) -> [String] {
        var (parts, start): ([String], String.Index) = ([], text.startIndex)
        for match in text.matches(of: regex) where !match.range.isEmpty {
            parts.append(String(text[start..<match.range.lowerBound]))
            start = match.range.upperBound
        }
        return parts + [String(text[start...])]
    }

    /// - Parameter replacement: with `\1` for what the first group matched, and so on.
    func replacing(in text: String, with replacement: String) -> String {
        text.replacing(regex) { match in Self.filled(replacement, match.output) }
    }

    private static func filled(_ replacement: String, _ output: AnyRegexOutput) -> String {
        var (result, rest) = ("", replacement[...])
        while let first = rest.first {
            let next = rest.dropFirst()
            if first == "\\", let digit = next.first?.wholeNumberValue, digit < output.count {
                result += output[digit].substring ?? ""
                rest = next.dropFirst()
            } else {
                result.append(first)
                rest = next
            }
        }
        return result
    }
}
