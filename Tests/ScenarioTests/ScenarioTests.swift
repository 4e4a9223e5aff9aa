import Foundation
import Harness
import Testing

@Suite("Scenarios")
struct ScenarioTests {
    @Test("every folder has scenarios", arguments: ScenarioFolder.all)
    func folderHasFiles(folder: ScenarioFolder) {
        #expect(!folder.files.isEmpty)
    }

    @Test(
        "what a scenario needs from outside of the project is there",
        arguments: ScenarioFolder.all.flatMap(\.files))
    func needsAreThere(file: String) throws {
        let path = ScenarioFolder.root.appending(path: file).path()
        if let absent = try ScenarioReader.absentNeed(of: path) {
            try Test.cancel("SKIPPED: \(file) needs \(absent), which is not there")
        }
    }

    @Test("every scenario ends as it says", arguments: ScenarioRun.all(in: ScenarioFolder.all))
    func endsAsItSays(run: ScenarioRun) throws {
        let report = try run.report()
        #expect(report.verdict.outcome == .passed, "\(TextReport.text(of: report))")
    }

    @Test(
        "every seed that once showed a bug ends as its scenario says",
        arguments: [
            // A disk whose image lacked its last partition started while nobody served a ramdisk.
            ScenarioRun(file: "Scenarios/fast/blackout.yaml", seed: 134, schedule: .shuffle),
            ScenarioRun(file: "Scenarios/fast/blackout.yaml", seed: 231, schedule: .shuffle),
        ])
    func onceFailed(run: ScenarioRun) throws {
        let report = try run.report()
        #expect(report.verdict.outcome == .passed, "\(TextReport.text(of: report))")
    }

    @Test(
        "the same seed gives the same run, and another seed another",
        arguments: ["Scenarios/minimal.yaml", "Scenarios/full-cloud.yaml"], RunSchedule.allCases)
    func sameSeedSameRun(file: String, schedule: RunSchedule) throws {
        let once = try ScenarioRun(file: file, seed: 7, schedule: schedule).report()
        let again = try ScenarioRun(file: file, seed: 7, schedule: schedule).report()
        let other = try ScenarioRun(file: file, seed: 8, schedule: schedule).report()
        #expect(once.trace.hash == again.trace.hash)
        #expect(once.trace.events == again.trace.events)
        #expect(once.trace.hash != other.trace.hash)
    }
}
