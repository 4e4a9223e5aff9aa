import Foundation
import Harness
import SimulatedCloud
import Simulation
import Testing

/// One run of one scenario file, as a test's argument.
struct ScenarioRun: CustomTestStringConvertible, Sendable {
    let file: String
    let seed: UInt64
    let schedule: RunSchedule

    /// Every file of some folders, under the folder's schedules.
    static func all(in folders: [ScenarioFolder]) -> [ScenarioRun] {
        folders.flatMap { folder in
            folder.files.filter { !lacksNeeds($0) }.flatMap { file in
                folder.schedules.map {
                    ScenarioRun(file: file, seed: ScenarioFolder.seed, schedule: $0)
                }
            }
        }
    }

    private static func lacksNeeds(_ file: String) -> Bool {
        let path = ScenarioFolder.root.appending(path: file).path()
        return (try? ScenarioReader.absentNeed(of: path)) != nil
    }

    func report() throws -> RunReport {
        let path = ScenarioFolder.root.appending(path: file).path()
        let scenario = try ScenarioReader.read(
            path, vocabulary: .standard(bugs: SimulatedTestbed.bugs))
        let testbed = SimulatedTestbed(
            scenario, seed: seed, schedule: Schedule(schedule))
        // Nothing here is timed.
        let surroundings = RunSurroundings(wall: { .zero }, interruption: { .none })
        let parameters = RunParameters(scenario: scenario, seed: seed, schedule: schedule)
        return Runner(parameters, on: testbed, in: surroundings).run()
    }

    var testDescription: String { "\(file) seed \(seed) \(schedule.text)" }
}
