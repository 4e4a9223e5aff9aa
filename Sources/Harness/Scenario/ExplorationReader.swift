import BareMetal

/// Reads a scenario's `explore`: `{ faults: [power-loss], budget: { faults: 3, members: 1 } }`.
enum ExplorationReader {
    private static let keys = ["faults", "budget"]
    private static let budgetKeys = ["faults", "members"]

    static func read(_ cursor: InputCursor) -> Exploration? {
        let shape = "a mapping with faults and a budget"
        guard let mapping = cursor.mapping(expected: shape) else { return nil }
        mapping.reportUnknownKeys(known: keys)
        let names = mapping["faults"].map { faults($0) }
        guard let cursor = mapping["budget"] else {
            return Exploration(faults: names, budget: .bounded(.usual))
        }
        return budget(cursor).map { Exploration(faults: names, budget: $0) }
    }

    private static func faults(_ cursor: InputCursor) -> [String] {
        let shape = "a list of at least one fault"
        guard let entries = cursor.list(expected: shape) else { return [] }
        if entries.isEmpty { cursor.reportMismatch(expected: shape) }
        return entries.compactMap { $0.word("fault", among: Exploration.faultNames) }
    }

    private static func budget(_ cursor: InputCursor) -> Exploration.Budget? {
        if cursor.plainText == "none" { return .unlimited }
        let shape = "none, or a mapping with faults and members"
        guard let mapping = cursor.mapping(expected: shape) else { return nil }
        mapping.reportUnknownKeys(known: budgetKeys)
        let counts = budgetKeys.map { mapping[$0].flatMap { $0.count(FaultBudget.limit) } }
        return .bounded(
            FaultBudget(faults: counts[0] ?? FaultBudget.usual.faults, members: counts[1]))
    }
}
