public import Facts

/// Machines of one make with their benchmarks, and which of them are sick.
public struct SimulatedFleet: Sendable {
    /// One a machine, named by serial numbers.
    public let documents: [FactDocument]
    /// Serial numbers.
    public let sick: Set<String>
    /// How far each figure of a machine is from a healthy one's centre, in spreads.
    let deviations: [[Double]]

    /// The figures of a machine: kind, id, key and the centre of healthy ones.
    private static let figures: [(part: String, id: String, key: String, centre: Double)] = {
        let cores = (0..<4).map { ("cpu", "logical_\($0)", "loops_per_sec", 450.0) }
        let memory = ["1K", "4K", "1M", "16M", "128M", "1G", "2G"].map {
            ("memory", "logical_0", "bandwidth_\($0)", 7_000.0)
        }
        let whole = [
            ("cpu", "logical", "loops_per_sec", 7_000.0),
            ("memory", "logical", "threaded_bandwidth_1M", 9_000.0),
            ("memory", "logical", "forked_bandwidth_1M", 30_000.0),
        ]
        let disks = ["sda", "sdb"].flatMap { disk in
            ["standalone", "simultaneous"].flatMap { mode in
                ["read_1M_KBps", "randread_4k_KBps", "read_1M_IOps", "randread_4k_IOps"].map {
                    (disk, disk, "\(mode)_\($0)", 190_000.0)
                }
            }
        }
        let network = [("network", "bandwidth", "bandwidth", 9_400.0)]
        return cores + memory + whole + disks + network
    }()

    /// How many figures a machine has.
    public static var figureCount: Int { figures.count }

    /// What a sick machine may be slow in as a whole.
    static let sickParts = ["cpu", "memory", "sda", "sdb"]
    /// How much of the scatter is the machine's own and shared by all figures of a part.
    static let shared = 0.3

    /// Which figures are of which part.
    static let figurePlaces: [(name: String, places: [Int])] = {
        (sickParts + ["network"]).map { name in
            (name, figures.indices.filter { figures[$0].part == name })
        }
    }()

    public init(_ specification: FleetSpecification, seed: UInt64) {
        var chance = BenchmarkChance(seed: seed)
        let places = Array(0..<specification.machines).shuffled(using: &chance)
        let sickPlaces = Set(places.prefix(specification.sickMachines))
        var (documents, deviations): ([FactDocument], [[Double]]) = ([], [])
        for place in 0..<specification.machines {
            let (facts, machine) = Self.facts(
                place, specification, isSick: sickPlaces.contains(place), &chance)
            deviations.append(machine)
            documents.append(FactDocument(origin: "\(Self.serial(place)).hw", facts: facts))
        }
        (self.documents, self.deviations) = (documents, deviations)
        sick = Set(sickPlaces.map(Self.serial))
    }

    static func serial(_ place: Int) -> String {
        "M\(String(100_000 + place).dropFirst())"
    }

    private static func facts(
        _ place: Int, _ specification: FleetSpecification, isSick: Bool,
        _ chance: inout BenchmarkChance
    ) -> ([Fact], deviations: [Double]) {
        let isOld = specification.shape == .bimodal && place % 5 < 2
        var facts = [
            Fact("system", "product", "serial", serial(place)),
            Fact("system", "product", "name", "Model 1"),
            Fact("cpu", "logical", "number", "4"), Fact("cpu", "physical", "number", "1"),
            Fact("disk", "sda", "rev", isOld ? "HPG1" : "HPG4"),
        ]
        var deviations: [Double] = []
        let part = sickParts.randomElement(using: &chance) ?? sickParts[0]
        let sickFigure = Int.random(in: figures.indices, using: &chance)
        var own: [String: Double] = [:]
        for (index, figure) in figures.enumerated() {
            let common = own[figure.part] ?? deviate(specification.shape, &chance)
            own[figure.part] = common
            let single = deviate(specification.shape, &chance)
            let noise = shared.squareRoot() * common + (1 - shared).squareRoot() * single
            let isHit = specification.sickness == .part ? figure.part == part : index == sickFigure
            let deviation = noise - (isSick && isHit ? specification.spreads : 0)
            deviations.append(deviation)
            var value = figure.centre * (1 + specification.spread * deviation)
            if isOld, figure.part == "memory" { value *= 0.875 }
            let kind =
                figure.part == "network" ? "network" : figure.key.hasSuffix("ps") ? "disk" : "cpu"
            facts.append(
                Fact(kind, figure.id, figure.key, text(max(1, value), figure.centre)))
        }
        return (facts, deviations)
    }

    /// With two digits after the point where figures are small.
    private static func text(_ value: Double, _ centre: Double) -> String {
        centre < 1_000
            ? "\((value * 100).rounded() / 100)" : String(Int(value.rounded()))
    }

    private static func deviate(
        _ shape: FleetSpecification.Shape, _ chance: inout BenchmarkChance
    ) -> Double {
        shape == .heavyTailed ? chance.heavy() : chance.normal()
    }
}
