import Facts

/// The reference's way through a specification, choice by choice.
struct SpecWalk {
    /// A choice that bound a variable: what was left before it, the fact it took at the end.
    private struct Choice {
        let order: [Int]
        let line: Int
        let values: [String?]
    }

    private let spec: MatchSpec
    private let facts: [Fact]
    /// For each line, by the facts' places, what a fact is to it: nothing, fitting, or literal.
    private let fits: [[Fit]]
    private let hasLiteral: [Bool]
    private let start: [Int]

    private enum Fit: UInt8 {
        case not
        case fitting
        case literal
    }

    private(set) var attempts = 0
    /// The last line that was come to.
    private(set) var furthest = 0

    init(_ spec: MatchSpec, _ facts: [Fact], _ candidates: [[SpecCandidate]]) {
        self.spec = spec
        self.facts = facts
        var isWanted = Array(repeating: false, count: facts.count)
        fits = candidates.map { candidates in
            var fits = Array(repeating: Fit.not, count: facts.count)
            for candidate in candidates {
                fits[candidate.fact] = candidate.isLiteral ? .literal : .fitting
                isWanted[candidate.fact] = true
            }
            return fits
        }
        hasLiteral = candidates.map { $0.contains(where: \.isLiteral) }
        start = facts.indices.filter { isWanted[$0] }
    }

    /// What each variable stands for; nil where the machine does not match.
    mutating func bindings() -> [String?]? {
        let values = [String?](repeating: nil, count: spec.variables.count)
        return walk(Choice(order: start, line: 0, values: values), depth: 0)
    }

    private mutating func walk(_ beginning: Choice, depth: Int) -> [String?]? {
        guard depth < SpecMatcher.depthLimit else { return nil }
        var (order, values) = (beginning.order, beginning.values)
        var choices: [Choice] = []
        for line in beginning.line..<spec.lines.count {
            attempts += 1
            guard attempts <= SpecMatcher.attemptLimit else { return nil }
            furthest = max(furthest, line)
            guard let index = firstFit(of: line, in: order, values) else {
                return retry(choices, depth: depth)
            }
            let fact = order.remove(at: index)
            let before = values
            bind(line, to: fact, &values)
            if values != before {
                choices.append(Choice(order: order + [fact], line: line, values: before))
            }
        }
        return values
    }

    private mutating func retry(_ choices: [Choice], depth: Int) -> [String?]? {
        for choice in choices.reversed() {
            if let values = walk(choice, depth: depth + 1) { return values }
        }
        return nil
    }

    private func firstFit(of line: Int, in order: [Int], _ values: [String?]) -> Int? {
        let fits = fits[line]
        if hasLiteral[line], let index = order.firstIndex(where: { fits[$0] == .literal }) {
            return index
        }
        return order.firstIndex { fact in
            fits[fact] == .fitting && agrees(spec.lines[line], facts[fact], values)
        }
    }

    private func agrees(_ line: SpecLine, _ fact: Fact, _ values: [String?]) -> Bool {
        line.variables.allSatisfy { column, number in
            values[number].map { $0 == fact[column] } ?? true
        }
    }

    private func bind(_ line: Int, to fact: Int, _ values: inout [String?]) {
        guard fits[line][fact] == .fitting else { return }
        for (column, number) in spec.lines[line].variables {
            values[number] = facts[fact][column]
        }
    }
}
