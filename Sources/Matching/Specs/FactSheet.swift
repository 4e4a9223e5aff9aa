package import Facts

/// A machine's facts, found by their types.
package struct FactSheet: Sendable {
    package let facts: [Fact]
    private let places: [String: [Int]]

    package init(_ facts: [Fact]) {
        self.facts = facts
        var places: [String: [Int]] = [:]
        for (index, fact) in facts.enumerated() { places[fact.kind, default: []].append(index) }
        self.places = places
    }

    /// The facts, by their place in the list, that a line may be about.
    func places(for line: SpecLine) -> [Int] {
        if case .text(let type) = line.fields[0] { return places[type] ?? [] }
        return Array(facts.indices)
    }
}
