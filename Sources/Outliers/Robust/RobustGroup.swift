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
        if machines.count > RobustColumn.smallGroup { explain() }
    }

    /// Figures that a part needs for one of them to be held against the others.
    private static let fewestFigures = 4

    /// Each device's figures of one family are a part.
    private mutating func explain() {
        var parts: OrderedDictionary<Part, [Int]> = [:]
        for index in columns.indices {
            let metric = columns[index].metric
            let isDevice = metric.family == .disk || metric.family == .network
            parts[Part(family: metric.family, device: isDevice ? metric.device : ""), default: []]
                .append(index)
        }
        for (_, indices) in parts where indices.count >= Self.fewestFigures { explain(indices) }
    }

    private struct Part: Hashable {
        let family: MetricFamily
        let device: String
    }

    private mutating func explain(_ indices: [Int]) {
        var (sums, counts) = ([Double](repeating: 0, count: machines.count), [Double]())
        counts = sums
        for index in indices {
            for (place, score) in columns[index].scores.enumerated() where !score.isNaN {
                sums[place] += RobustColumn.clipped(score)
                counts[place] += 1
            }
        }
        for index in indices {
            let scores = columns[index].scores
            let others = scores.indices.map { place -> Double in
                guard !scores[place].isNaN, counts[place] >= Double(Self.fewestFigures) else {
                    return .nan
                }
                return (sums[place] - RobustColumn.clipped(scores[place])) / (counts[place] - 1)
            }
            columns[index].explain(by: others)
        }
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
