import Foundation
import Harness
import SimulatedCloud
import Simulation
import Undercloud
import World

/// One run that somebody asks about.
struct Question {
    private let job: RunJob
    private let moment: Instant?

    /// - Throws: ``ExitStatus/badInput``, once the reason was told on standard error.
    init(source: String, seed: UInt64?, schedule: RunSchedule?, at time: VirtualTime?) throws {
        guard let report = try Self.report(in: source) else {
            guard let seed else {
                StandardError.print("which run? Give its seed with --seed")
                throw ExitStatus.badInput
            }
            let scenario = try ScenarioFiles.readOne(source)
            self.init(scenario, seed, schedule ?? .shuffle, time?.instant)
            return
        }
        guard seed == nil, schedule == nil else {
            StandardError.print("\(source) knows its run's seed and schedule")
            throw ExitStatus.badInput
        }
        // A run that somebody stopped would go on here.
        let isCut = report.verdict.outcome == .interrupted
        let end = isCut ? Instant.epoch + report.verdict.virtual.duration : nil
        let scenario = try ScenarioFiles.readOne(report.file)
        self.init(scenario, report.verdict.seed, report.schedule, time?.instant ?? end)
    }

    private init(
        _ scenario: Scenario, _ seed: UInt64, _ schedule: RunSchedule, _ moment: Instant?
    ) {
        job = RunJob(scenario: scenario, seed: seed, schedule: schedule, report: nil)
        self.moment = moment
    }

    /// The cloud at that moment; nil where there was none.
    func sight() -> CloudSight? {
        let testbed = LocalRun.world(of: job)
        let inquiry = Inquiry(into: testbed, at: moment)
        let clock = ContinuousClock()
        let start = clock.now
        let surroundings = RunSurroundings(
            wall: { clock.now - start },
            interruption: { Signals.wantEnd ? .requested : inquiry.interruption })
        _ = Runner(job.parameters, on: testbed, in: surroundings, watchers: [inquiry]).run()
        return inquiry.sight
    }

    /// Nil where `source` is no folder.
    private static func report(in source: String) throws -> RunReport? {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: source, isDirectory: &isFolder),
            isFolder.boolValue
        else { return nil }
        let path = source + "/report.json"
        guard let data = FileManager.default.contents(atPath: path),
            let report = JSONReport.received(data)
        else {
            StandardError.print("\(path): there is no report of a run")
            throw ExitStatus.badInput
        }
        return report
    }
}
