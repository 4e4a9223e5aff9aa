import Facts

/// Two questions that are easier than whether a machine matches, and without whose yes it cannot.
struct SpecRelaxation {
    private let spec: MatchSpec
    private let facts: [Fact]
    private var candidates: [[SpecCandidate]]

    init(_ spec: MatchSpec, _ facts: [Fact], _ candidates: [[SpecCandidate]]) {
        self.spec = spec
        self.facts = facts
        self.candidates = candidates
    }

    /// The first line that nothing fits once every variable has only texts that fit each of its
    /// lines.
    mutating func contradictoryLine() -> Int? {
        while true {
            let texts = possibleTexts()
            var hasChanged = false
            for line in spec.lines.indices {
                let kept = candidates[line].filter { fits($0, spec.lines[line], texts) }
                hasChanged = hasChanged || kept.count < candidates[line].count
                candidates[line] = kept
                if kept.isEmpty { return line }
            }
            guard hasChanged else { return nil }
        }
    }

    private func fits(
        _ candidate: SpecCandidate, _ line: SpecLine, _ texts: [Set<String>?]
    ) -> Bool {
        candidate.isLiteral
            || lastColumns(of: line).allSatisfy { column, number in
                texts[number]?.contains(facts[candidate.fact][column]) ?? true
            }
    }

    /// What each variable may stand for; nil where nothing is known of it.
    private func possibleTexts() -> [Set<String>?] {
        var texts = [Set<String>?](repeating: nil, count: spec.variables.count)
        for (line, candidates) in zip(spec.lines, candidates)
        where !candidates.contains(where: \.isLiteral) {
            for (column, number) in lastColumns(of: line) {
                let found = Set(candidates.map { facts[$0.fact][column] })
                texts[number] = texts[number]?.intersection(found) ?? found
            }
        }
        return texts
    }

    /// A variable that stands twice in a line means the latter column.
    private func lastColumns(of line: SpecLine) -> [(column: FactColumn, number: Int)] {
        line.variables.filter { column, number in
            !line.variables.contains { $0.number == number && $0.column.rawValue > column.rawValue }
        }
    }

    /// The first line that gets no fact of its own, however facts are given to lines.
    func exhaustedLine() -> Int? {
        var owners = [Int?](repeating: nil, count: facts.count)
        for line in spec.lines.indices {
            var isTried = Array(repeating: false, count: facts.count)
            guard give(to: line, &owners, &isTried) else { return line }
        }
        return nil
    }

    private func give(to line: Int, _ owners: inout [Int?], _ isTried: inout [Bool]) -> Bool {
        for candidate in candidates[line] where !isTried[candidate.fact] {
            isTried[candidate.fact] = true
            guard let owner = owners[candidate.fact] else {
                owners[candidate.fact] = line
                return true
            }
            if give(to: owner, &owners, &isTried) {
                owners[candidate.fact] = line
                return true
            }
        }
        return false
    }
}
