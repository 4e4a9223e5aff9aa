public import Facts

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
}
