import Explorer
import Foundation
import Hardware
import Harness
import SimulatedCloud
import Simulation

/// Makes runs in this process, one after the other as they are asked for.
struct LocalProber: Prober {
    static let vocabulary = ScenarioVocabulary.standard(bugs: SimulatedTestbed.bugs)

    func result(of probe: Probe) async -> ProbeResult {
        let file = "\(probe.text.name).yaml"
        let folder = FileManager.default.currentDirectoryPath
        let text = probe.text.moved(from: folder, to: folder).text
        let scenario: Scenario
        do throws(InputProblems) {
            scenario = try ScenarioReader.read(
                Array(text.utf8), file: file, vocabulary: Self.vocabulary)
        } catch { return .refused(error) }
        let parameters = RunParameters(
            scenario: scenario, seed: probe.seed, schedule: probe.schedule)
        let change = probe.reseeding.map { reseeding in
            let (seconds, attoseconds) = reseeding.at.components
            return ChanceChange(
                at: VirtualTime(nanoseconds: seconds * 1_000_000_000 + attoseconds / 1_000_000_000),
                salt: reseeding.salt)
        }
        let testbed = SimulatedTestbed(
            scenario, seed: probe.seed, schedule: Schedule(probe.schedule), reseeding: change)
        let surroundings = RunSurroundings(wall: { .zero }, interruption: { .none })
        return .report(Runner(parameters, on: testbed, in: surroundings).run())
    }
}
