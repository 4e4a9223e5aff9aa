import Simulation
import Testing

/// A simulated world with one process, for as long as one test.
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

    /// - Returns: what the process found, or the one finding that ended the world before it.
    func findings(
        _ body: @escaping @Sendable (SimulatedProcess) async -> [String]
    ) -> [String] {
        let simulator = Simulator(seed: seed, schedule: schedule)
        let process = SimulatedProcess("test", on: simulator, clock: NodeClock(simulator))
        let result = Confined<[String]?>(simulator, nil)
        process.spawn {
            let found = await body(process)
            result.write { $0 = found }
        }
        let finding = simulator.run { result.read { $0 != nil } }
        return finding.map { ["\($0)"] } ?? result.read { $0 } ?? []
    }
}
