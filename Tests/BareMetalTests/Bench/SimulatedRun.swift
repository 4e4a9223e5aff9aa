import Simulation
import Testing

/// One seed and schedule to run a test under.
struct SimulatedRun: Sendable, CustomTestStringConvertible {
    let seed: UInt64
    let schedule: Schedule

    /// Every schedule under each of some seeds.
    static func all(_ seeds: ClosedRange<UInt64>) -> [SimulatedRun] {
        seeds.flatMap { seed in
            Schedule.allCases.map { SimulatedRun(seed: seed, schedule: $0) }
        }
    }

    var testDescription: String { "seed \(seed) \(schedule)" }
}
