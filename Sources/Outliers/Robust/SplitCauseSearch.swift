import Facts
import OrderedCollections

/// Looks for facts that tell two sets of machines apart.
struct SplitCauseSearch {
    private struct Subject: Hashable, Comparable {
        let kind: String
        let id: String
        let key: String

        static func < (left: Subject, right: Subject) -> Bool {
            (left.kind, left.id, left.key) < (right.kind, right.id, right.key)
        }
    }

    /// Values of one fact up to which it sorts machines and does not name them.
    private static let valueLimit = 8
    /// The least part of the doubt that a cause resolves.
    private static let leastGain = 0.8
    private static let causeLimit = 3
    private static let absent = "not there"

    /// The clearest causes; firmware and settings before the rest.
    static func causes(
        low: [BenchmarkedMachine], high: [BenchmarkedMachine]
    ) -> [GroupSplit.Cause] {
        let tables = (tables(low), tables(high))
        let subjects = Set(tables.0.keys).union(tables.1.keys).sorted()
        let found = subjects.compactMap { subject -> (cause: GroupSplit.Cause, rank: Double)? in
            let counts = (
                filled(tables.0[subject], low.count), filled(tables.1[subject], high.count)
            )
            guard let (cause, gain) = cause(subject, counts.0, counts.1) else { return nil }
            return (cause, gain + (isSetting(subject) ? 0.05 : 0))
        }
        return found.sorted { $0.rank > $1.rank }.prefix(causeLimit).map(\.cause)
    }

    private static func isSetting(_ subject: Subject) -> Bool {
        ["firmware", "bios"].contains(subject.kind) || subject.key.contains("firmware")
            || subject.key == "rev"
    }

    /// How many machines say what of each fact.
    private static func tables(
        _ machines: [BenchmarkedMachine]
    ) -> [Subject: OrderedDictionary<String, Int>] {
        var counts: [Subject: OrderedDictionary<String, Int>] = [:]
        for machine in machines {
            var seen: Set<Subject> = []
            for fact in machine.document.facts where Measures.metric(of: fact) == nil {
                let subject = Subject(kind: fact.kind, id: fact.id, key: fact.key)
                guard seen.insert(subject).inserted else { continue }
                // A fact with many values tells machines' names, and grows no further.
                if (counts[subject]?.count ?? 0) > valueLimit { continue }
                counts[subject, default: [:]][fact.value, default: 0] += 1
            }
        }
        return counts
    }

    private static func filled(
        _ counts: OrderedDictionary<String, Int>?, _ machines: Int
    ) -> OrderedDictionary<String, Int> {
        var counts = counts ?? [:]
        let known = counts.values.reduce(0, +)
        if known < machines { counts[absent] = machines - known }
        return counts
    }

    private static func cause(
        _ subject: Subject, _ low: OrderedDictionary<String, Int>,
        _ high: OrderedDictionary<String, Int>
    ) -> (GroupSplit.Cause, gain: Double)? {
        let values = OrderedSet(Array(low.keys) + Array(high.keys))
        guard values.count > 1, values.count <= valueLimit,
            let lowest = low.elements.max(by: { $0.value < $1.value }),
            let highest = high.elements.max(by: { $0.value < $1.value }),
            lowest.key != highest.key
        else { return nil }
        let sums = (low.values.reduce(0, +), high.values.reduce(0, +))
        let right = values.reduce(0) { $0 + max(low[$1] ?? 0, high[$1] ?? 0) }
        let base = max(sums.0, sums.1)
        let gain = Double(right - base) / Double(max(1, sums.0 + sums.1 - base))
        guard gain >= leastGain else { return nil }
        let cause = GroupSplit.Cause(
            kind: subject.kind, id: subject.id, key: subject.key, low: lowest.key,
            high: highest.key)
        return (cause, gain)
    }
}
