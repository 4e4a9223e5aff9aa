import ArgumentParser
import Foundation
import Harness

extension RunCommand {
    func makeJobs(_ scenarios: [Scenario]) -> [RunJob] {
        let drawn = UInt64.random(in: 0...UInt64(UInt32.max))
        let seeds = seeds?.seeds ?? (seed ?? drawn)...(seed ?? drawn)
        let isSingle = scenarios.count == 1 && seeds.count == 1
        return scenarios.flatMap { scenario in
            seeds.map { seed in
                let folder = report.map { isSingle ? $0 : "\($0)/\(scenario.name)-\(seed)" }
                return RunJob(
                    scenario: scenario, seed: seed, schedule: schedule, report: folder,
                    window: record, reseeding: reseed)
            }
        }
    }

    /// The child's part: one run, whose report goes to a file for the parent.
    func runHere(_ job: RunJob, output: String) throws {
        do {
            let isShown = StandardError.isTerminal && !json
            let report = try LocalRun(job: job, showsProgress: isShown, parent: parent).run()
            try ReportDirectory.write(JSONReport.transfer(report), to: output)
        } catch let error as ReportError {
            StandardError.print(error.description)
            throw ExitStatus.internalFailure
        }
    }

    /// The parent's part: every run in a process of its own.
    func runAll(_ jobs: [RunJob]) async -> [(RunJob, ChildRun.Result)] {
        let messages: ChildRun.Messages = jobs.count == 1 ? .shown : .kept
        let (isQuiet, verifies) = (json, verifyDeterminism)
        let width = self.jobs ?? ProcessInfo.processInfo.activeProcessorCount
        let batch = RunBatch(jobs: jobs, width: width) { job in
            if verifies { return await DeterminismCheck(job: job, isQuiet: isQuiet).run() }
            return await ChildRun(job, messages: messages, hashing: .inherited, isQuiet: isQuiet)
                .run()
        }
        return await batch.run { tell($0, $1, among: jobs.count) }
    }

    private func tell(_ job: RunJob, _ result: ChildRun.Result, among count: Int) {
        switch result {
        case .failure(let reason): StandardError.print("internal failure: \(reason)")
        case .excess(let excess): StandardError.print("internal failure: \(excess.text)")
        case .report(let report):
            if json { return StandardError.print(report.verdict.line) }
            StandardOutput.print(
                count == 1 ? TextReport.text(of: report) : report.verdict.line)
            if verifyDeterminism, count == 1, report.verdict.outcome != .undetermined {
                StandardError.print("run twice, with hashing seeded and not: the same trace")
            }
        }
    }

    /// Writes what was asked for and exits with what the runs came to.
    func conclude(_ results: [(RunJob, ChildRun.Result)], of jobs: [RunJob]) throws {
        let asked = jobs.count
        var summary = RunSummary(asked: asked)
        for (job, result) in results { summary.add(job, result) }
        let reports = results.compactMap { _, result -> RunReport? in
            if case .report(let report) = result { report } else { nil }
        }
        let cases = Self.cases(results, of: jobs)
        if let junit { try write(JUnitReport.text(of: cases), to: junit) }
        if let report { try RunFolder(path: report, isOfOne: asked == 1).write(results, cases) }
        if json {
            if asked > 1 { StandardOutput.print(JSONReport.text(of: reports)) }
            if let only = reports.first, asked == 1 {
                StandardOutput.print(JSONReport.text(of: only))
            }
        }
        if asked > 1 {
            let lines = summary.lines.joined(separator: "\n")
            if json { StandardError.print(lines) } else { StandardOutput.print(lines) }
        }
        try StandardOutput.check()
        if Signals.wantEnd { throw ExitStatus.interrupted }
        throw summary.exitCode
    }

    /// Every run that was asked for: those that have a result come first among them.
    private static func cases(
        _ results: [(job: RunJob, result: ChildRun.Result)], of jobs: [RunJob]
    ) -> [JUnitCase] {
        func made(_ job: RunJob, _ result: JUnitCase.Result) -> JUnitCase {
            JUnitCase(scenario: job.scenario.name, seed: job.seed, result: result)
        }
        let done = results.map { job, result in
            switch result {
            case .report(let report): made(job, .report(report))
            // It may have been stopped before it was ready to tell of that.
            case .failure where Signals.wantEnd: made(job, .stopped)
            case .failure(let reason): made(job, .broken(reason: reason))
            case .excess(let excess): made(job, .broken(reason: excess.text))
            }
        }
        return done + jobs.dropFirst(results.count).map { made($0, .stopped) }
    }

    private func write(_ text: String, to path: String) throws {
        try RunFolder.write(text, to: path)
    }
}
