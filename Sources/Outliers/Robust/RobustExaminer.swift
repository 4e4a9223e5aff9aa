import Hardware

/// Judges the machines of all groups of a fleet at once, since the rate of false findings is the
/// fleet's.
struct RobustExaminer {
    private let groups: [RobustGroup]
    private let terms: RobustTerms
    /// By benchmark, and of what components say.
    private var tails: [String: TailDistribution] = [:]

    init(_ groups: [RobustGroup], terms: RobustTerms) {
        self.groups = groups
        self.terms = terms
        learnTails()
    }

    // MARK: How far chance goes

    private static let components = "components"

    /// Scores of one benchmark from which its own tail is known well enough; else its family's is
    /// taken, or the fleet's.
    private static let scoresOfBenchmark = 2_000
    private static let scoresOfFamily = 400

    private mutating func learnTails() {
        var pools: [String: [Double]] = [:]
        for group in groups {
            for column in group.columns where Self.isTelling(column.parts) {
                let known = column.residuals.filter { !$0.isNaN }
                for name in Self.pools(column.metric) { pools[name, default: []] += known }
            }
            for component in group.components
            where component.scores.count > RobustColumn.smallGroup {
                pools[Self.components, default: []] += component.scores.filter { !$0.isNaN }
            }
        }
        for name in pools.keys.sorted() {
            tails[name] = TailDistribution(learning: pools[name] ?? [])
        }
        for name in pools.keys.sorted() where (pools[name]?.count ?? 0) < Self.need(name) {
            tails[name] = nil
        }
    }

    /// The names a metric's tail goes by, the narrowest first.
    private static func pools(_ metric: Metric) -> [String] {
        [metric.name, "family \(metric.family)", "fleet"]
    }

    private static func need(_ pool: String) -> Int {
        if pool == components || pool == "fleet" { return TailDistribution.scoresNeeded }
        return pool.hasPrefix("family ") ? scoresOfFamily : scoresOfBenchmark
    }

    /// Scores of small groups are spread by the groups' size, and tell nothing of the metric.
    private static func isTelling(_ parts: [[Int]]) -> Bool {
        parts.contains { $0.count > RobustColumn.smallGroup }
    }

    /// Small groups have the tail of their size; the others what was learnt, if that is heavier.
    private func tail(_ pools: [String], machines: Int, worth: Double) -> TailDistribution {
        let isSmall = machines <= RobustColumn.smallGroup
        // Larger groups go by their own spread alone.
        let bySize = TailDistribution(others: machines - 1, worth: isSmall ? worth : 0)
        guard !isSmall,
            let learnt = pools.lazy.compactMap({ tails[$0] }).first
        else { return bySize }
        // Means of heavy-tailed figures are heavy-tailed, which few means do not show.
        let single = pools == [Self.components] ? tails["fleet"].map { 2 * $0.freedom } : nil
        return TailDistribution(
            freedom: min(bySize.freedom, learnt.freedom, single ?? .infinity),
            scale: learnt.scale)
    }

    // MARK: Chances

    /// How probable a score is on the slow side, or on the fast side; 1 for what is too small to
    /// matter.
    private func chance(
        _ score: Double, _ effect: Double, _ tail: TailDistribution, isSlow: Bool
    ) -> Double {
        guard !score.isNaN else { return .nan }
        let (out, size) = isSlow ? (-score, -effect) : (score, effect)
        guard out > 0, size >= terms.minimumEffect.value else { return 1 }
        return tail.chance(beyond: out)
    }

    /// Every figure's chance, by column and place.
    private func chances(of group: RobustGroup, isSlow: Bool) -> [[Double]] {
        group.columns.map { column in
            var found = [Double](repeating: .nan, count: column.values.count)
            for part in column.parts {
                let tail = tail(
                    Self.pools(column.metric), machines: part.count, worth: column.worth)
                for place in part {
                    found[place] = chance(
                        column.residuals[place], column.effects[place], tail, isSlow: isSlow)
                }
            }
            return found
        }
    }

    private func componentChances(of group: RobustGroup, isSlow: Bool) -> [[Double]] {
        group.components.map { component in
            let count = component.scores.count { !$0.isNaN }
            let tail = tail(
                [Self.components], machines: count, worth: component.worth)
            return component.scores.indices.map { place in
                chance(
                    component.scores[place], component.effects[place], tail, isSlow: isSlow)
            }
        }
    }

    /// The chance that nothing is wrong with a machine: half of the doubt is for its single
    /// figures, half for what parts say together.
    private static func whole(_ figures: [[Double]], _ parts: [[Double]], _ place: Int) -> Double? {
        let single = figures.map { $0[place] }.filter { !$0.isNaN }
        let joint = parts.map { $0[place] }.filter { !$0.isNaN }
        guard !single.isEmpty else { return nil }
        let chance = DiscoveryRate.combined(single)
        guard !joint.isEmpty else { return chance }
        return min(1, 2 * min(chance, DiscoveryRate.combined(joint)))
    }

    // MARK: Verdicts

    /// One verdict a machine, group by group.
    mutating func verdicts() -> [MachineVerdict] {
        let (slowTables, fastTables) = (tables(isSlow: true), tables(isSlow: false))
        let slow = judged(slowTables, mirroredBy: fastTables)
        // Who is sick is slow, so that the slow side says nothing of chance on the fast one.
        let fast = judged(fastTables, mirroredBy: nil)
        return groups.indices.flatMap { index in
            RobustVerdicts(
                group: groups[index], slow: slow[index], fast: fast[index]
            ).all
        }
    }

    private func tables(isSlow: Bool) -> [JudgedGroup] {
        groups.map { group in
            let figures = chances(of: group, isSlow: isSlow)
            let parts = componentChances(of: group, isSlow: isSlow)
            let wholes = group.machines.indices.map { Self.whole(figures, parts, $0) }
            return JudgedGroup(figures: figures, parts: parts, wholes: wholes)
        }
    }

    private func judged(
        _ tables: [JudgedGroup], mirroredBy others: [JudgedGroup]?
    ) -> [JudgedGroup] {
        let wholes = tables.flatMap { $0.wholes.compactMap { $0 } }
        let rate = terms.falseDiscoveryRate.value
        var limit = DiscoveryRate.limit(wholes, rate: rate)
        if let others {
            let mirrored = others.flatMap { $0.wholes.compactMap { $0 } }
            limit = max(limit, DiscoveryRate.limit(wholes, mirroredBy: mirrored, rate: rate))
        }
        // Figures within the chosen machines, by the part of machines that were chosen
        // (Benjamini and Bogomolov, 2014).
        let chosen = wholes.count { $0 <= limit && limit > 0 }
        let figureRate = rate * Double(chosen) / Double(max(1, wholes.count))
        return tables.map { table in
            var table = table
            (table.limit, table.figureRate) = (limit, figureRate)
            return table
        }
    }
}
