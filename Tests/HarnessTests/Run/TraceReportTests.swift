import Testing
import World

@testable import Harness

@Suite("Traces of two runs")
struct TraceReportTests {
    private func trace(
        _ hash: String, _ checkpoints: [(Int64, UInt64)], events: Int64 = 300,
        _ recorded: [String] = []
    ) -> TraceReport {
        TraceReport(
            hash: hash, events: events,
            checkpoints: checkpoints.map { TraceReport.Checkpoint(count: $0.0, hash: $0.1) },
            recorded: recorded.enumerated().map { index, text in
                TracedMoment(index: Int64(index), at: .epoch, site: "journal", payload: text)
            })
    }

    @Test("part between the last checkpoint they share and the next one")
    func divergence() {
        let left = trace("a", [(64, 1), (128, 2), (192, 3)])
        #expect(left.divergence(from: left) == nil)
        #expect(left.divergence(from: trace("b", [(64, 1), (128, 9), (192, 8)])) == 65...128)
        #expect(left.divergence(from: trace("b", [(64, 1), (128, 2), (192, 3)])) == 193...300)
        #expect(left.divergence(from: trace("b", [(128, 2)], events: 400)) == 129...400)
    }

    @Test("show their first different event, or that one of them has ended")
    func difference() {
        let left = trace("a", [], ["one", "two"])
        #expect(left.firstDifference(from: left) == nil)
        let changed = left.firstDifference(from: trace("b", [], ["one", "three"]))
        #expect(changed?.0?.payload == "two")
        #expect(changed?.1?.payload == "three")
        let shorter = left.firstDifference(from: trace("b", [], ["one"]))
        #expect(shorter?.0?.payload == "two")
        #expect(shorter?.1 == nil)
    }
}
