/// What somebody may have meant to write.
package enum Spelling {
    /// Names longer than this are not typing errors.
    private static let comparedLength = 40

    /// The end of a sentence about an unknown name: the nearest known one, or all of them.
    package static func advice(for name: String, among known: [String]) -> String {
        if let near = nearest(to: name, among: known) { return "; did you mean '\(near)'?" }
        return "; known are " + known.joined(separator: ", ")
    }

    /// The known name that takes fewest changes, if a third of its letters or less is enough.
    static func nearest(to name: String, among known: [String]) -> String? {
        guard name.count <= comparedLength else { return nil }
        let word = Array(normal(name))
        let ranked = known.map { (distance(word, Array(normal($0))), $0) }
        guard let best = ranked.min(by: { $0.0 < $1.0 }), best.0 <= max(1, best.1.count / 3) else {
            return nil
        }
        return best.1
    }

    private static func normal(_ name: String) -> String {
        name.lowercased().split { $0 == "_" || $0 == " " }.joined(separator: "-")
    }

    /// Levenshtein's edit distance.
    private static func distance(_ left: [Character], _ right: [Character]) -> Int {
        var row = Array(0...right.count)
        for (i, character) in left.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for j in right.indices {
                let change = diagonal + (character == right[j] ? 0 : 1)
                diagonal = row[j + 1]
                row[j + 1] = min(change, diagonal + 1, row[j] + 1)
            }
        }
        return row[right.count]
    }
}
