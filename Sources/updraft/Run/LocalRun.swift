import Harness
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
        let watchers: [(any RunWatcher)?] = [
            ReplayPrinter(), showsProgress ? ProgressPrinter() : nil, writer, keeper,
        ]
        let runner = Runner(
            job.parameters, on: Self.world(of: job), in: surroundings,
            watchers: watchers.compactMap { $0 })
        let report = runner.run()
        try directory?.write(report)
        if let failure = writer?.failure { throw failure }
        if report.verdict.outcome == .interrupted { try tellPartialJournal(writer, keeper) }
        return report
    }

    /// This is where the world is chosen.
    static func world(of job: RunJob) -> SimulatedTestbed {
        SimulatedTestbed(
            job.scenario, seed: job.seed, schedule: Schedule(job.schedule),
            recording: job.window?.events)
    }

    private func tellPartialJournal(_ writer: JournalWriter?, _ keeper: JournalKeeper?) throws {
        let path = writer?.path ?? "updraft-interrupted-\(job.scenario.name)-\(job.seed).jsonl"
        try keeper?.write(to: path)
        StandardError.print("interrupted; the journal so far: \(path)")
    }
}
