import Testing

@testable import Harness
@testable import Reports

@Suite("The page of several runs")
struct BatchPageTests {
    private func run(
        _ seed: UInt64, _ outcome: RunOutcome = .passed, seconds: Double = 3000,
        scenario: String = "one", missing: [String] = []
    ) -> BatchRun {
        let report = HandMadeRun(racks: [:]).report(
            outcome, scenario: scenario, seed: seed, seconds: seconds, missing: missing)
        return BatchRun(
            scenario: scenario, seed: seed, replay: report.replay,
            page: "\(scenario)-\(seed)/index.html", result: .report(report))
    }

    private func page(_ runs: [BatchRun]) -> String { BatchPage(runs, edition: "0.0").html }

    @Test("leads to each run's own page")
    func links() {
        let page = page([run(1), run(2)])
        #expect(page.contains("href=\"one-1/index.html\""))
        #expect(page.contains("href=\"one-2/index.html\""))
        #expect(page.contains("2 runs of one") && page.contains("2 passed, 0 failed"))
    }

    @Test("puts failures of one sort together, with the command of the first")
    func failures() {
        let page = page([
            run(1), run(2, .unconverged, missing: ["nobody leads it: undercloud"]),
            run(3, .unconverged, missing: ["nobody leads it: undercloud"]),
            BatchRun(
                scenario: "one", seed: 4, replay: "updraft run 'one.yaml' --seed 4", page: nil,
                result: .none(reason: "the run ended with signal 4 <b>")),
        ])
        #expect(page.contains("nobody leads it: 2"))
        #expect(page.contains("updraft run &#39;one.yaml&#39; --seed 2 --schedule shuffle"))
        #expect(page.contains("the run ended with signal 4 &lt;b&gt;"))
        #expect(page.contains("1 passed, 3 failed"))
    }

    @Test("names the seeds that fall out of line, with what shows them again")
    func outliers() {
        let page = page((1...12).map { run($0, seconds: $0 == 9 ? 20_000 : 3000 + Double($0)) })
        #expect(page.contains("how seeds differ") && page.contains("5:33:20"))
        #expect(page.contains("<code>updraft run &#39;one.yaml&#39; --seed 9"))
    }

    @Test("tells of runs that somebody stopped")
    func interrupted() {
        let page = page([run(1), run(2, .interrupted)])
        #expect(page.contains("1 passed, 0 failed, 1 interrupted"))
    }
}
