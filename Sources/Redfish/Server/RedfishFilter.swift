/// A filter on the members of a collection: comparisons of properties, joined by `and` and `or`
/// (DSP0266, `$filter`). Brackets and `not` are not among what it takes.
struct RedfishFilter: Sendable {
    private enum Operator: String { case eq, ne, lt, le, gt, ge }

    private struct Comparison {
        let property: [String]
        let how: Operator
        let value: JSON
    }

    /// Any of them, all of whose comparisons hold.
    private let alternatives: [[Comparison]]

    /// Nil where it is none that can be understood.
    init?(_ text: String) {
        var words = Self.words(text)[...]
        var alternatives: [[Comparison]] = [[]]
        while true {
            guard words.count >= 3, let how = Operator(rawValue: words[words.startIndex + 1]),
                let value = Self.value(words[words.startIndex + 2])
            else { return nil }
            let property = words[words.startIndex].split(separator: "/").map(String.init)
            alternatives[alternatives.count - 1].append(
                Comparison(property: property, how: how, value: value))
            words = words.dropFirst(3)
            guard let joint = words.popFirst() else { break }
            switch joint {
            case "and": break
            case "or": alternatives.append([])
            default: return nil
            }
        }
        self.alternatives = alternatives
    }

    func accepts(_ body: JSON) -> Bool {
        alternatives.contains { $0.allSatisfy { Self.holds($0, body) } }
    }

    private static func holds(_ comparison: Comparison, _ body: JSON) -> Bool {
        let found =
            comparison.property.reduce(body) { (value: JSON?, name) in value?[name] } ?? .null
        switch comparison.how {
        case .eq: return equal(found, comparison.value)
        case .ne: return !equal(found, comparison.value)
        case .lt: return order(found, comparison.value).map { $0 < 0 } ?? false
        case .le: return order(found, comparison.value).map { $0 <= 0 } ?? false
        case .gt: return order(found, comparison.value).map { $0 > 0 } ?? false
        case .ge: return order(found, comparison.value).map { $0 >= 0 } ?? false
        }
    }

    private static func equal(_ left: JSON, _ right: JSON) -> Bool {
        if let left = left.number, let right = right.number { return left == right }
        return left == right
    }

    private static func order(_ left: JSON, _ right: JSON) -> Int? {
        if let left = left.number, let right = right.number {
            return left < right ? -1 : (left > right ? 1 : 0)
        }
        guard let left = left.text, let right = right.text else { return nil }
        return left < right ? -1 : (left > right ? 1 : 0)
    }

    /// Words; what stands between apostrophes is one, with its first apostrophe.
    private static func words(_ text: String) -> [String] {
        var (words, word, quoted) = ([String](), "", false)
        for character in text {
            switch (character, quoted) {
            case ("'", false):
                word.append(character)
                quoted = true
            case ("'", true): quoted = false
            case (" ", false):
                if !word.isEmpty { words.append(word) }
                word = ""
            default: word.append(character)
            }
        }
        // What ends inside apostrophes is no filter.
        guard !quoted else { return [] }
        return word.isEmpty ? words : words + [word]
    }

    private static func value(_ word: String) -> JSON? {
        if word.hasPrefix("'") { return .text(String(word.dropFirst())) }
        let json = try? JSON(parsing: Array(word.utf8))
        return json?.object == nil && json?.list == nil ? json : nil
    }
}
