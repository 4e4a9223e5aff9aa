import Foundation
import Harness
import Reports
import SimulatedCloud
import Simulation

/// A run in this process.
struct LocalRun {
    let job: RunJob
    let showsProgress: Bool
    /// The process that waits for it.
    let parent: Int32?

    /// - Throws: ``ReportError``.
    func run() throws -> RunReport {
        let clock = ContinuousClock()
        let start = clock.now
        let directory = try job.report.map { try ReportDirectory(path: $0) }
        let writer = try directory.map { try JournalWriter(path: $0.journalPath) }
        let keeper = writer == nil ? JournalKeeper() : nil
        let surroundings = RunSurroundings(
            wall: { clock.now - start }, interruption: Parent(parent).interruption)
        let world = Self.world(of: job)
        let recorder = directory.map { _ in ChronicleRecorder(racks: world.racks) }
        let watchers: [(any RunWatcher)?] = [
            ReplayPrinter(), showsProgress ? ProgressPrinter() : nil, writer, keeper, recorder,
        ]
        let runner = Runner(
            job.parameters, on: world, in: surroundings, watchers: watchers.compactMap { $0 })
        let report = runner.run()
        try directory?.write(report)
        if let directory, let recorder { try write(report, recorder.chronicle, to: directory) }
        if let failure = writer?.failure { throw failure }
        if report.verdict.outcome == .interrupted { try tellPartialJournal(writer, keeper) }
        return report
    }

    /// This is where the world is chosen.
    static func world(of job: RunJob) -> SimulatedTestbed {
        SimulatedTestbed(
            job.scenario, seed: job.seed, schedule: Schedule(job.schedule),
            recording: job.window?.events, reseeding: job.reseeding?.reseeding)
    }

    /// Writes the run's page, whatever became of the run.
    private func write(
        _ report: RunReport, _ chronicle: Chronicle, to directory: ReportDirectory
    ) throws {
        let file = FileManager.default.contents(atPath: job.scenario.file) ?? Data()
        let question = LeadingComment.text(of: String(decoding: file, as: UTF8.self))
        let page = RunPage(report, chronicle, question: question, edition: Updraft.release)
        try ReportDirectory.write(page.html, to: directory.pagePath)
    }

    private func tellPartialJournal(_ writer: JournalWriter?, _ keeper: JournalKeeper?) throws {
        let path = writer?.path ?? "updraft-interrupted-\(job.scenario.name)-\(job.seed).jsonl"
        try keeper?.write(to: path)
        StandardError.print("interrupted; the journal so far: \(path)")
    }
}
