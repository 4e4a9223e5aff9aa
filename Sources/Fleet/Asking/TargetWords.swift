/// Words that name several controllers each, as FreeIPMI's tools take them: lists with commas, and
/// ranges of numbers in brackets, `192.0.2.[1-40]`, `node-[1-3,7]`, `127.0.0.1:[6230-6249]`.
enum TargetWords {
    /// Controllers that all words together may name.
    static let most = 100_000

    /// - Returns: a word for each controller; nil where there are too many.
    static func expand(_ words: [String]) -> [String]? {
        var names: [String] = []
        for word in words {
            for part in parts(of: word) {
                guard let expanded = expand(part, upTo: most - names.count) else { return nil }
                names += expanded
            }
        }
        return names
    }

    /// What stands between commas; those within brackets belong to a range.
    private static func parts(of word: String) -> [Substring] {
        guard word.utf8.contains(UInt8(ascii: ",")) else { return [word[...]] }
        var depth = 0
        let parts = word.utf8.split(omittingEmptySubsequences: false) { byte in
            if byte == UInt8(ascii: "[") { depth += 1 }
            if byte == UInt8(ascii: "]") { depth -= 1 }
            return byte == UInt8(ascii: ",") && depth == 0
        }
        // An empty part is a mistake that the word itself shows best.
        return parts.contains { $0.isEmpty } ? [word[...]] : parts.map { Substring($0) }
    }

    /// Numbers are put in for the first brackets, and so on with those behind them.
    private static func expand(_ word: Substring, upTo most: Int) -> [String]? {
        guard most > 0 else { return nil }
        guard let open = word.firstIndex(of: "["), let close = word[open...].firstIndex(of: "]")
        else { return [String(word)] }
        guard let ends = expand(word[word.index(after: close)...], upTo: most) else { return nil }
        // An address of IPv6 stands in brackets too, and is left as it is.
        guard let ranges = ranges(word[word.index(after: open)..<close]) else {
            return ends.map { word[...close] + $0 }
        }
        guard ranges.reduce(0, { $0 + $1.numbers.count }) <= most / ends.count else { return nil }
        return ranges.flatMap { range in
            range.numbers.flatMap { number in
                ends.map { word[..<open] + range.text(number) + $0 }
            }
        }
    }

    private struct Range {
        let numbers: ClosedRange<Int>
        /// `01` to `10` are two digits wide.
        let width: Int

        func text(_ number: Int) -> String {
            let digits = String(number)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
    }

    /// Nil for what is no list of numbers and ranges.
    private static func ranges(_ text: Substring) -> [Range]? {
        var ranges: [Range] = []
        for part in text.split(separator: ",", omittingEmptySubsequences: false) {
            let ends = part.split(separator: "-", omittingEmptySubsequences: false)
            guard (1...2).contains(ends.count), let first = number(ends[0]),
                let last = number(ends[ends.count - 1]), first <= last
            else { return nil }
            ranges.append(Range(numbers: first...last, width: ends[0].count))
        }
        return ranges
    }

    private static func number(_ text: Substring) -> Int? {
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        guard (1...9).contains(text.utf8.count), text.utf8.allSatisfy({ digits.contains($0) })
        else { return nil }
        return Int(text)
    }
}
