import Hardware
import Histories
import Testing

@Suite("A service's record")
struct ServiceTests {
    /// A request a second; those of `failing` are not served.
    private func requests(_ count: Int, failing: Set<Int>) -> [Request] {
        (0..<count).map {
            Request(
                "keystone", at: .seconds($0), latency: .milliseconds(100),
                isServed: !failing.contains($0))
        }
    }

    private func availability(_ count: Int, failing: Set<Int>) -> Availability {
        Availability("keystone", requests(count, failing: failing), until: .seconds(count))
    }

    @Test("counts an outage from the last request served to the next")
    func outage() {
        let record = availability(100, failing: [10, 11, 12, 50])
        #expect(record.failures == 4)
        #expect(record.outages.count == 2)
        #expect(record.longestOutage?.length(at: record.end) == .seconds(4))
        #expect(record.longestOutage?.failures == 3)
    }

    @Test("spends its budget of errors")
    func budget() {
        let level = ServiceLevel(served: .percent(99), longestOutage: .seconds(3))
        #expect(abs(availability(400, failing: [1, 2]).spentBudget(of: level) - 0.5) < 1e-9)
        #expect(availability(400, failing: []).spentBudget(of: level) == 0)
        let checker = AvailabilityChecker(levels: ["keystone": level])
        #expect(checker.check([availability(400, failing: [1, 3, 5])]) == .holds)
        #expect(
            checker.check([availability(100, failing: [1, 3])]).contradiction?.rule
                == "error budget")
        #expect(
            checker.check([availability(1_000, failing: [1, 2, 3])]).contradiction?.rule
                == "longest outage")
    }

    @Test("that is not back at the end is an outage until then")
    func neverBack() {
        let record = availability(20, failing: Set(15..<20))
        #expect(record.longestOutage?.until == nil)
        #expect(record.longestOutage?.length(at: record.end) == .milliseconds(5_900))
        #expect(record.recovery(after: .seconds(14), steady: .seconds(1)) == nil)
    }

    @Test("is well again with the first request after which none fails for a while")
    func recovery() {
        let record = availability(100, failing: [20, 21, 24, 60])
        #expect(record.recovery(after: .seconds(20), steady: .seconds(30)) == .milliseconds(5_100))
        #expect(record.recovery(after: .seconds(20), steady: .seconds(1)) == .milliseconds(2_100))
        #expect(record.recovery(after: .seconds(70), steady: .seconds(30)) == .zero)
    }

    @Test("has percentiles by nearest rank, and windows")
    func percentiles() {
        let latencies = Latencies((1...100).map { .milliseconds($0) })
        #expect(latencies.percentile(.percent(50)) == .milliseconds(50))
        #expect(latencies.percentile(.percent(99)) == .milliseconds(99))
        #expect(latencies.percentile(.always) == .milliseconds(100))
        #expect(Latencies([]).percentile(.percent(50)) == nil)
        let windows = LatencyWindow.windows(requests(25, failing: [3]), of: .seconds(10))
        #expect(windows.map(\.latencies.count) == [9, 10, 5])
        #expect(windows.map(\.failures) == [1, 0, 0])
    }

    @Test("says how little no failure in so many runs proves")
    func bound() {
        func upper(_ failures: Int, _ runs: Int, _ confidence: Double) -> Double {
            FailureBound(failures: failures, runs: runs).upper(at: .percent(confidence))
        }
        // 1 − 0.05^(1/300), and Clopper and Pearson's own figures.
        #expect(abs(upper(0, 300, 95) - 0.0099361) < 1e-6)
        #expect(abs(upper(1, 10, 95) - 0.394163) < 1e-5)
        #expect(abs(upper(5, 10, 97.5) - 0.812914) < 1e-5)
        let half = FailureBound(failures: 5, runs: 10)
        #expect(abs(half.lower(at: .percent(97.5)) - 0.187086) < 1e-5)
        #expect(FailureBound(failures: 10, runs: 10).upper(at: .percent(95)) == 1)
        #expect(FailureBound.runs(for: 0.01, at: .percent(95)) == 299)
        #expect(
            FailureBound(failures: 0, runs: 300).sentence(at: .percent(95))
                == "0 failures in 300 runs: failure probability under 0.994 % at 95 %")
        let many = FailureBound(failures: 20, runs: 10_000).upper(at: .percent(95))
        #expect(many > 0.0028 && many < 0.003)
    }
}
