/// Texts with ranges of numbers in them, such as `10.0.0.1-9` and `host001-010:20-30`, as
/// `hardware.generate` reads them.
enum ValueRange {
    /// The texts that a pattern with a range stands for; nil for one without.
    ///
    /// Ranges of addresses may stand in each of their four numbers; the last runs fastest.
    static func texts(_ pattern: String) -> [String]? {
        guard let range = firstRange(in: pattern) else { return nil }
        let parts = pattern.split(separator: ".", omittingEmptySubsequences: false)
        if parts.count == 4, pattern.allSatisfy({ $0.isNumber || ":-.".contains($0) }) {
            let texts = parts.map { numbers($0) }
            return texts.dropFirst().reduce(texts[0]) { heads, tails in
                heads.flatMap { (head: String) in tails.map { (tail: String) in "\(head).\(tail)" }
                }
            }
        }
        let (head, tail) = (pattern[..<range.lowerBound], pattern[range.upperBound...])
        return numbers(pattern[range]).map { "\(head)\($0)\(tail)" }
    }

    /// The numbers of `10-12:20-30`. One that begins with a zero is padded to its length; what is
    /// no range stands for itself.
    static func numbers(_ text: Substring) -> [String] {
        text.split(separator: ":", omittingEmptySubsequences: false).flatMap { part in
            let bounds = part.split(separator: "-", omittingEmptySubsequences: false)
            guard bounds.count == 2, let first = Int(bounds[0]), let last = Int(bounds[1]) else {
                return [String(part)]
            }
            let width = bounds[0].hasPrefix("0") ? bounds[0].count : 0
            return stride(from: first, through: last, by: first <= last ? 1 : -1).map { number in
                let digits = String(number)
                return String(repeating: "0", count: max(width - digits.count, 0)) + digits
            }
        }
    }

    /// How many texts a pattern stands for, without making them.
    static func count(_ pattern: String) -> Int {
        let parts = pattern.split(separator: ".", omittingEmptySubsequences: false)
        return parts.reduce(1) { product, part in
            let count = part.split(separator: ":").reduce(0) { $0 + size($1) }
            return product.multipliedReportingOverflow(by: max(count, 1)).overflow
                ? .max : product * max(count, 1)
        }
    }

    private static func size(_ part: Substring) -> Int {
        let bounds = part.split(separator: "-").map { $0.drop { !$0.isNumber } }
        guard bounds.count == 2, let first = Int(bounds[0]),
            let last = Int(bounds[1].prefix(while: \.isNumber))
        else { return 1 }
        let (distance, isOver) = last.subtractingReportingOverflow(first)
        return isOver || distance.magnitude >= UInt(Int.max) ? .max : Int(distance.magnitude) + 1
    }

    private static func firstRange(in text: String) -> Range<String.Index>? {
        var index = text.startIndex
        while index < text.endIndex {
            if let end = endOfRange(from: index, in: text) {
                var last = end
                while last < text.endIndex, text[last] == ":",
                    let next = endOfRange(from: text.index(after: last), in: text)
                {
                    last = next
                }
                return index..<last
            }
            let digits = text[index...].prefix(while: isDigit)
            index = digits.isEmpty ? text.index(after: index) : digits.endIndex
        }
        return nil
    }

    private static func endOfRange(from index: String.Index, in text: String) -> String.Index? {
        let first = text[index...].prefix(while: isDigit)
        guard !first.isEmpty, first.endIndex < text.endIndex, text[first.endIndex] == "-" else {
            return nil
        }
        let last = text[text.index(after: first.endIndex)...].prefix(while: isDigit)
        return last.isEmpty ? nil : last.endIndex
    }

    private static func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }
}
