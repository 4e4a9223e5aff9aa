public import Facts
import OrderedCollections

/// A machine whose facts, and measures among them, are compared with others'.
public struct BenchmarkedMachine: Sendable {
    /// Unique in its fleet.
    public let name: String
    public let document: FactDocument
    /// What was measured on it, by metric; see ``Measures``.
    public let measures: Measures

    public init(name: String, document: FactDocument) {
        self.name = name
        self.document = document
        measures = Measures(document.facts)
    }

    private init(name: String, document: FactDocument, measures: Measures) {
        self.name = name
        self.document = document
        self.measures = measures
    }

    /// The machine with the figures of some families only.
    func only(_ families: Set<MetricFamily>) -> BenchmarkedMachine {
        BenchmarkedMachine(
            name: name, document: document,
            measures: Measures(measures.values.filter { families.contains($0.key.family) }))
    }

    /// The machine with its figures in hundredths of its earlier ones.
    func ratios(to earlier: BenchmarkedMachine) -> BenchmarkedMachine {
        var values: OrderedDictionary<Metric, Measure> = [:]
        for (metric, measure) in measures.values {
            guard let old = earlier.measures[metric] else { continue }
            switch (measure.value, old.value) {
            case (let new?, let before?) where before > 0:
                values[metric] = .value(new / before * 100)
            case (_?, _?): break
            case (nil, _): values[metric] = measure
            case (_, nil): values[metric] = old
            }
        }
        return BenchmarkedMachine(name: name, document: document, measures: Measures(values))
    }
}
