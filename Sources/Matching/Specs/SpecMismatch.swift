package import Documents
package import Facts

/// Why a machine does not match a specification.
package struct SpecMismatch: Error {
    package enum Cause: Sendable, Hashable {
        /// No fact fits the line.
        case absent
        /// Facts fit the line, but none that also fits the other lines of its variables.
        case contradictory
        /// Facts fit the line, and other lines need them all.
        case exhausted
        /// So many attempts were made that the machine is taken not to match.
        case gaveUp(attempts: Int)
    }

    package let cause: Cause
    /// The failing line as it stands in the file, and where.
    package let line: Fact
    package let place: TextPlace
    /// How many of the specification's lines fit the machine, the failing one not among them.
    package let matchedLines: Int
    /// Of how many.
    package let lineCount: Int
    /// Facts that come near the failing line.
    package let nearest: [Fact]
}

extension SpecMismatch: CustomStringConvertible {
    package var description: String {
        let text = "\(Self.text(line)) (line \(place.line))"
        let found = nearest.map(Self.text).joined(separator: ", ")
        let near = found.isEmpty ? "" : "; near it: \(found)"
        let score = "\(matchedLines) of \(lineCount) lines match, "
        switch cause {
        case .absent: return score + "no fact fits \(text)\(near)"
        case .contradictory:
            return score + "nothing fits \(text) and its variables' other lines\(near)"
        case .exhausted: return score + "other lines took all that fits \(text)\(near)"
        case .gaveUp(let attempts): return score + "gave up on \(text) after \(attempts) attempts"
        }
    }

    private static func text(_ fact: Fact) -> String {
        "('\(fact.kind)', '\(fact.id)', '\(fact.key)', '\(fact.value)')"
    }
}
