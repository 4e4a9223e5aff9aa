package import OrderedCollections

/// Who is given which profile.
package struct MatchPlan: Sendable {
    /// By machine, in the machines' order.
    package let outcomes: OrderedDictionary<String, MatchOutcome>
    /// The profiles that are for more machines than have them, and how many are wanting.
    package let shortages: OrderedDictionary<String, Int>

    /// What to keep for the next run.
    package func record(over record: MatchRecord) -> MatchRecord {
        var record = record
        for (machine, outcome) in outcomes { record.note(machine, outcome) }
        return record
    }
}
