import OrderedCollections

/// What a cloud lacks, grouped: equal complaints about many subjects make one line.
struct Shortfall {
    private var subjects = OrderedDictionary<String, [String]>()

    var isEmpty: Bool { subjects.isEmpty }

    mutating func add(_ complaint: String, _ subject: String) {
        subjects[complaint, default: []].append(subject)
    }

    /// One line a complaint, as many as people read.
    var lines: [String] {
        let all = subjects.map { complaint, subjects in
            "\(complaint): \(Self.list(subjects))"
        }
        guard all.count > RunLimits.missingLines else { return all }
        let shown = RunLimits.missingLines - 1
        return all.prefix(shown) + ["and \(all.count - shown) more complaints"]
    }

    /// The first of them and how many more there are.
    static func list(_ subjects: [String]) -> String {
        let rest = subjects.count - RunLimits.subjectsPerLine
        let shown = subjects.prefix(RunLimits.subjectsPerLine).joined(separator: ", ")
        return rest > 0 ? "\(shown) and \(rest) more" : shown
    }
}
