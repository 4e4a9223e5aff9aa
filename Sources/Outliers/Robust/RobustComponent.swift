/// What several metrics of one part of a machine say together: a sick disk is slow in all of its
/// benchmarks, each of which alone might be chance.
struct RobustComponent {
    /// Such as `cpu` or `disk sda`.
    let name: String
    /// Indices of the columns it is made of.
    let columns: [Int]
    /// How far out each machine is, in spreads of the group's mean scores, so that metrics that go
    /// with each other count no more than they should.
    private(set) var scores: [Double]
    /// The mean effect.
    let effects: [Double]

    /// The middle of a machine's scores, in spreads of the single metrics.
    let means: [Double]
    /// What the group's other components told of the scores' spread.
    private(set) var worth = 0.0

    /// The least spread of mean scores to believe in.
    private static let leastSpread = 0.1
    private static let fewestMetrics = 2

    /// Places of the machines that have enough figures.
    var known: [Int] { means.indices.filter { !means[$0].isNaN } }

    private init?(_ name: String, _ indices: [Int], of all: [RobustColumn]) {
        let columns = indices.filter { index in all[index].scores.contains { !$0.isNaN } }
        guard columns.count >= Self.fewestMetrics else { return nil }
        let machines = all[columns[0]].values.indices
        func middle(_ place: Int, _ figures: (RobustColumn) -> Double) -> Double {
            let known = columns.map { figures(all[$0]) }.filter { !$0.isNaN }
            // A machine with less than half of the figures says nothing as a whole.
            return 2 * known.count >= columns.count ? Self.middle(known.sorted()) : .nan
        }
        self.name = name
        self.columns = columns
        means = machines.map { place in middle(place) { $0.scores[place] } }
        effects = machines.map { place in middle(place) { $0.effects[place] } }
        scores = means
    }

    /// The mean of the middle half: one freak figure does not speak for all.
    private static func middle(_ sorted: [Double]) -> Double {
        let cut = sorted.count / 4
        let inner = sorted[cut..<(sorted.count - cut)]
        return inner.reduce(0, +) / Double(inner.count)
    }

    /// Holds each machine's middle score against the group's; components of small groups vouch for
    /// each other's spread.
    private mutating func score(_ prior: SpreadPrior?) {
        var column = RobustColumn(Metric(.cpu, name, name), means)
        column.score(
            kin: prior.map { prior in .init(spread: { _ in prior.spread }, worth: prior.worth) },
            floor: { _ in Self.leastSpread })
        scores = column.scores
        worth = column.worth
    }

    private var spread: Double {
        let known = means.filter { !$0.isNaN }.sorted()
        return known.count < RobustColumn.fewestMachines ? 0 : RobustSpread(sorted: known).spread
    }

    /// Families; disks one by one where there are several, since one of them is sick; and the
    /// machine as a whole.
    static func all(of columns: [RobustColumn]) -> [RobustComponent] {
        var found: [RobustComponent] = []
        func add(_ name: String, _ matches: (Metric) -> Bool) {
            let indices = columns.indices.filter { matches(columns[$0].metric) }
            if let component = RobustComponent(name, indices, of: columns) {
                found.append(component)
            }
        }
        for family in MetricFamily.allCases {
            add(family.rawValue) { $0.family == family }
            guard family == .disk || family == .network else { continue }
            let devices = Set(columns.map(\.metric).filter { $0.family == family }.map(\.device))
            guard devices.count > 1 else { continue }
            for device in devices.sorted() {
                add("\(family.rawValue) \(device)") { $0.family == family && $0.device == device }
            }
        }
        if Set(columns.map(\.metric.family)).count > 1 { add("machine") { _ in true } }
        let count = columns.first?.values.count ?? 0
        let prior =
            count <= 2 * RobustColumn.smallGroup
            ? SpreadPrior(found.map(\.spread), machines: count) : nil
        for index in found.indices { found[index].score(prior) }
        return found
    }
}
