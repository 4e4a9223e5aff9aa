import Hardware
import OrderedCollections

/// The figures of one group of like machines, and how far out each is.
struct RobustGroup {
    let number: Int
    let machines: [BenchmarkedMachine]
    private(set) var columns: [RobustColumn] = []
    /// What metrics of one part of a machine say together.
    private(set) var components: [RobustComponent] = []

    init(number: Int, machines: [BenchmarkedMachine], terms: RobustTerms) {
        self.number = number
        self.machines = machines
        let effect = terms.minimumEffect.value
        columns = Self.columns(machines)
        score(effect)
        if split(effect) { score(effect) }
        components = RobustComponent.all(of: columns)
    }

    /// Looks for heaps, first in what components say together, which lies further apart, then in
    /// single metrics. Says whether there are any.
    private mutating func split(_ minimumEffect: Double) -> Bool {
        for component in RobustComponent.all(of: columns) where component.name != "machine" {
            guard let heaps = ColumnSplit(component.means, component.known, least: 0.3) else {
                continue
            }
            for index in component.columns where columns[index].split == nil {
                columns[index].take(heaps.of(columns[index].values, leastEffect: minimumEffect))
            }
        }
        for index in columns.indices where columns[index].split == nil {
            let column = columns[index]
            let least = minimumEffect * (column.relativeCentre ?? 0)
            columns[index].take(ColumnSplit(column.values, column.parts[0], least: least))
        }
        return columns.contains { $0.split != nil }
    }

    private static func columns(_ machines: [BenchmarkedMachine]) -> [RobustColumn] {
        var values: [Metric: [Double]] = [:]
        let none = [Double](repeating: .nan, count: machines.count)
        for (place, machine) in machines.enumerated() {
            for (metric, measure) in machine.measures.values {
                guard let value = measure.value else { continue }
                values[metric, default: none][place] = value
            }
        }
        return values.keys.sorted().map { RobustColumn($0, values[$0] ?? none) }
    }

    fileprivate struct Benchmark: Hashable {
        let family: MetricFamily
        let name: String
    }

    /// The spread of one benchmark is alike on all devices of like machines, and those of one
    /// family are not far apart, so that in small groups they vouch for each other.
    private mutating func score(_ minimumEffect: Double) {
        var benchmarks: [Benchmark: [Double]] = [:]
        var families: [MetricFamily: [Double]] = [:]
        if machines.count <= 2 * RobustColumn.smallGroup {
            for column in columns {
                guard let spread = column.relativeSpread else { continue }
                benchmarks[column.metric.benchmark, default: []].append(spread)
                families[column.metric.family, default: []].append(spread)
            }
        }
        let count = machines.count
        let ownPriors = benchmarks.compactMapValues { SpreadPrior($0, machines: count) }
        let widePriors = families.compactMapValues { SpreadPrior($0, machines: count) }
        for index in columns.indices {
            let metric = columns[index].metric
            let prior = ownPriors[metric.benchmark] ?? widePriors[metric.family]
            let isWhole = columns[index].values.allSatisfy { $0.isNaN || $0 == $0.rounded() }
            columns[index].score(
                kin: prior.map { prior in
                    .init(spread: { prior.spread * abs($0) }, worth: prior.worth)
                },
                floor: { max(minimumEffect * abs($0) / 3, isWhole ? 0.5 : 0) })
        }
    }
}

extension Metric {
    /// The benchmark, whatever the device.
    fileprivate var benchmark: RobustGroup.Benchmark { .init(family: family, name: name) }
}
