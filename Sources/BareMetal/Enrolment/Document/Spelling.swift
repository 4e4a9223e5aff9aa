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

    /// Changes, missing and added letters, and neighbors that changed places (Damerau's distance,
    /// no letter being touched twice).
    private static func distance(_ left: [Character], _ right: [Character]) -> Int {
        var rows = [Array(0...right.count)]
        for i in left.indices {
            var row = [i + 1]
            for j in right.indices {
                let change = rows[i][j] + (left[i] == right[j] ? 0 : 1)
                row.append(min(change, rows[i][j + 1] + 1, row[j] + 1))
                let isSwapped =
                    i > 0 && j > 0 && left[i] == right[j - 1] && left[i - 1] == right[j]
                if isSwapped { row[j + 1] = min(row[j + 1], rows[i - 1][j - 1] + 1) }
            }
            rows.append(row)
        }
        return rows[left.count][right.count]
    }
}
