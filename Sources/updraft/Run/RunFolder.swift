import Harness
import Reports

/// The folder that `--report` names: what all runs came to, above what each of them has written.
struct RunFolder {
    let path: String
    /// Whether one run was asked for, whose own report the folder is.
    let isOfOne: Bool

    /// - Throws: ``ExitStatus/internalFailure``, having said what could not be written.
    func write(_ results: [(RunJob, ChildRun.Result)], _ cases: [JUnitCase]) throws {
        try Self.write(JUnitReport.text(of: cases, clock: .simulated), to: path + "/junit.xml")
        let reports = results.compactMap { _, result -> RunReport? in
            if case .report(let report) = result { report } else { nil }
        }
        // A run that left a report has its page.
        if isOfOne, !reports.isEmpty { return }
        if !isOfOne {
            try Self.write(JSONReport.text(of: reports) + "\n", to: path + "/report.json")
        }
        let page = BatchPage(results.map(row), edition: Updraft.release)
        try Self.write(page.html, to: path + "/index.html")
    }

    private func row(_ job: RunJob, _ result: ChildRun.Result) -> BatchRun {
        func made(_ result: BatchRun.Result, page: String?) -> BatchRun {
            BatchRun(
                scenario: job.scenario.name.text, seed: job.seed,
                replay: job.parameters.replayCommand, page: page, result: result)
        }
        switch result {
        case .report(let report): return made(.report(report), page: Self.page(of: job))
        case .failure(let reason): return made(.none(reason: reason), page: nil)
        case .excess(let excess): return made(.none(reason: excess.text), page: nil)
        }
    }

    /// Each run's folder is named after its scenario and seed.
    private static func page(of job: RunJob) -> String {
        "\(job.scenario.name)-\(job.seed)/index.html"
    }

    /// Writes a file as a whole or not at all.
    static func write(_ text: String, to path: String) throws {
        do throws(ReportError) { try ReportDirectory.write(text, to: path) } catch {
            StandardError.print(error.description)
            throw ExitStatus.internalFailure
        }
    }
}
