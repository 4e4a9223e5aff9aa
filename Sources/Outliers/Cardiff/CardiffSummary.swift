import OrderedCollections

/// The machines of a group by how they did in one kind of benchmark.
public struct CardiffSummary: Sendable {
    /// As the reference heads it, such as `standalone_read_1M_KBps sda` or `1K Thread effi.`.
    public let title: String
    public let unit: String
    public var consistent: [String] { Array(consistentOnes) }
    public var curious: [String] { Array(curiousOnes) }
    public internal(set) var unstable: [String] = []
    /// Machines without a figure that could be compared.
    public internal(set) var notMeasured: [String] = []
    /// Sum of a machine's figures, by machine.
    public internal(set) var sums: [String: Double] = [:]

    private var consistentOnes: OrderedSet<String> = []
    private var curiousOnes: OrderedSet<String> = []

    init(title: String, unit: String) {
        self.title = title
        self.unit = unit
    }

    /// Mean and population deviation of machines' sums, as the reference prints them.
    public func figures(of machines: [String]) -> (mean: Double, deviation: Double) {
        let values = machines.compactMap { sums[$0] }
        let mean = values.reduce(0, +) / Double(max(1, values.count))
        return (mean, SampleStatistics.populationDeviation(values))
    }

    func isCurious(_ machine: String) -> Bool { curiousOnes.contains(machine) }

    mutating func add(curious machine: String) {
        curiousOnes.append(machine)
        consistentOnes.remove(machine)
    }

    mutating func add(consistent machine: String) {
        if !isCurious(machine) { consistentOnes.append(machine) }
    }

    /// One list a machine, the worst: the reference leaves machines in several.
    mutating func settle() {
        var seen = Set(curiousOnes)
        unstable = unstable.filter { seen.insert($0).inserted }
        consistentOnes = consistentOnes.filter { seen.insert($0).inserted }
        notMeasured = notMeasured.filter { seen.insert($0).inserted }
    }
}
