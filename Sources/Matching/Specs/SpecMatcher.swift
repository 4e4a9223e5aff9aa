import Facts
import OrderedCollections

/// Holds a machine's facts against a specification.
///
/// The verdict is the reference's (`hardware.matcher.match_all`): lines are taken in order, each
/// takes the first fact that fits and that no line took before, and where a line finds none, the
/// last choice that bound a variable is taken back. The reference can be years about a machine
/// that does not match; here, what cannot match for simple reasons is found out first.
package struct SpecMatcher {
    /// How deep choices may be taken back within each other, as in the reference.
    static let depthLimit = 50
    /// How often a line may be tried on a machine. With five variables, the reference tries some
    /// millions of times before it gives up.
    static let attemptLimit = 50_000

    let spec: MatchSpec
    let sheet: FactSheet

    package init(_ spec: MatchSpec, on sheet: FactSheet) {
        self.spec = spec
        self.sheet = sheet
    }

    package func match() throws(SpecMismatch) -> SpecMatch {
        var candidates: [[SpecCandidate]] = []
        for line in spec.lines {
            let found = self.candidates(for: line)
            guard !found.isEmpty else { throw mismatch(.absent, at: candidates.count) }
            candidates.append(found)
        }
        var relaxation = SpecRelaxation(spec, sheet.facts, candidates)
        if let line = relaxation.contradictoryLine() { throw mismatch(.contradictory, at: line) }
        if let line = relaxation.exhaustedLine() { throw mismatch(.exhausted, at: line) }
        var walk = SpecWalk(spec, sheet.facts, candidates)
        guard let values = walk.bindings() else {
            let isOver = walk.attempts > Self.attemptLimit
            let cause: SpecMismatch.Cause = isOver ? .gaveUp(attempts: walk.attempts) : .exhausted
            throw mismatch(cause, at: walk.furthest)
        }
        return result(values)
    }

    private func candidates(for line: SpecLine) -> [SpecCandidate] {
        let places = sheet.places(for: line)
        var candidates = places.compactMap { place -> SpecCandidate? in
            guard line.accepts(sheet.facts[place]) else { return nil }
            return SpecCandidate(fact: place, isLiteral: sheet.facts[place] == line.texts)
        }
        // Only where a call stands can a fact be the line without fitting it.
        let hasCall = line.fields.contains {
            switch $0 {
            case .text, .variable: false
            case .call, .bound, .never: true
            }
        }
        guard hasCall else { return candidates }
        candidates += sheet.facts.indices.filter { place in
            sheet.facts[place] == line.texts && !line.accepts(sheet.facts[place])
        }.map { SpecCandidate(fact: $0, isLiteral: true) }
        return candidates
    }

    /// Variables with two `$` lose the second.
    private func result(_ values: [String?]) -> SpecMatch {
        var variables: OrderedDictionary<String, String> = [:]
        var demanded: OrderedDictionary<String, String> = [:]
        for (name, value) in zip(spec.variables, values) {
            guard let value else { continue }
            if name.hasPrefix("$") {
                demanded[String(name.dropFirst())] = value
            } else {
                variables[name] = value
            }
        }
        variables.merge(demanded) { _, demanded in demanded }
        return SpecMatch(variables: variables, demanded: demanded)
    }

    private func mismatch(_ cause: SpecMismatch.Cause, at index: Int) -> SpecMismatch {
        let line = spec.lines[index]
        let matched = spec.lines.indices.count { $0 != index && hasCandidate($0) }
        let scored = sheet.facts.map { (fact: $0, score: line.agreement(with: $0)) }
        let best = scored.map(\.score).max() ?? 0
        let nearest =
            best >= 2 && cause != .exhausted
            ? scored.lazy.filter { $0.score == best }.prefix(2).map(\.fact) : []
        return SpecMismatch(
            cause: cause, line: line.texts, place: line.place, matchedLines: matched,
            lineCount: spec.lines.count, nearest: Array(nearest))
    }

    private func hasCandidate(_ index: Int) -> Bool {
        let line = spec.lines[index]
        return sheet.places(for: line).contains { line.accepts(sheet.facts[$0]) }
    }
}
