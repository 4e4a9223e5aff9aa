import Outliers
import SimulatedBenchmarks

/// How well a method finds sick machines in fleets where they are known.
struct OutlierTrial {
    /// What was found and what should have been.
    struct Score {
        private(set) var found = 0
        private(set) var right = 0
        private(set) var sick = 0

        mutating func add(_ named: Set<String>, of sick: Set<String>) {
            found += named.count
            right += named.intersection(sick).count
            self.sick += sick.count
        }

        /// Of what was found, the part that is sick; 1 where nothing was found.
        var precision: Double { found == 0 ? 1 : Double(right) / Double(found) }
        /// Of the sick, the part that was found.
        var recall: Double { Double(right) / Double(max(1, sick)) }
        /// The harmonic mean of the two, so that naming everybody is no virtue.
        var merit: Double {
            right == 0 ? 0 : 2 * precision * recall / (precision + recall)
        }
    }

    let specification: FleetSpecification
    private(set) var robust = Score()
    private(set) var cardiff = Score()
    /// What somebody would find who knows all but which machines are sick.
    private(set) var oracle = Score()

    /// The part of what is found that may be healthy.
    private static let rate = 0.05

    /// - Parameter runs: fleets that are made up and judged.
    init(_ specification: FleetSpecification, runs: Int) {
        self.specification = specification
        let knowing = FleetOracle(specification)
        for seed in 1...UInt64(runs) {
            let fleet = SimulatedFleet(specification, seed: seed)
            let machines = BenchmarkedFleet(fleet.documents)
            let slow = RobustReport(machines).verdicts.filter { $0.status == .sick }
            robust.add(Set(slow.map(\.machine)), of: fleet.sick)
            oracle.add(knowing.found(in: fleet, rate: Self.rate), of: fleet.sick)
            let groups = CardiffReport(machines).groups
            cardiff.add(Set(groups.flatMap(\.slowMachines)), of: fleet.sick)
        }
    }

    /// Fleets that make the table: sizes, parts sick, effects, shapes.
    static var all: [FleetSpecification] {
        let sizes: [(Int, Double)] = [
            (5, 0.1), (19, 0.1), (50, 0.1), (200, 0.01), (200, 0.1), (1_000, 0.05), (5_000, 0.01),
        ]
        let parts = FleetSpecification.Shape.allCases.flatMap { shape in
            sizes.flatMap { size, sick in
                [1.5, 3.0, 5.0, 10.0, 25.0].map {
                    FleetSpecification(machines: size, sick: sick, spreads: $0, shape: shape)
                }
            }
        }
        let figures = sizes.flatMap { size, sick in
            [3.0, 5.0, 10.0].map {
                FleetSpecification(machines: size, sick: sick, spreads: $0, sickness: .figure)
            }
        }
        return parts + figures
    }
}
