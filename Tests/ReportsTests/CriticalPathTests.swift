import BareMetal
import Hardware
import Testing
import Undercloud
import World

@testable import Reports

@Suite("The critical path")
struct CriticalPathTests {
    private func tick(_ seconds: Int32) -> Tick { Tick(seconds * 10) }

    private func told(_ path: CriticalPath) -> [String] {
        path.links.map { "\($0.began.count / 10) \($0.what) \($0.subject)" }
    }

    @Test("goes from the beginning to the end without gaps")
    func whole() {
        let path = CriticalPath(of: HandMadeRun.healed.chronicle, until: tick(1000))
        #expect(path.links.first?.began == .zero && path.links.last?.ended == tick(1000))
        for (one, next) in zip(path.links, path.links.dropFirst()) {
            #expect(one.ended == next.began && one.began < one.ended)
        }
        #expect(path.sums.reduce(0) { $0 + $1.ticks } == 10_000)
    }

    @Test("follows the node that came to rest last, and before that the one it waited for")
    func chain() {
        var run = HandMadeRun(racks: ["a": ["a-1", "a-2"]])
        run.tell(at: 0, FlowEvent.phase(.enrolment))
        run.node("a-1", [0: .enroll, 10: .inspecting, 20: .inspectWait, 100: .manageable])
        // It gets its turn once the other one is done.
        run.node("a-2", [0: .enroll, 1: .manageable, 105: .cleaning, 300: .available])
        let path = CriticalPath(of: run.chronicle, until: tick(900))
        #expect(
            told(path) == [
                "0 enroll a-1", "10 inspecting a-1", "20 inspect wait a-1",
                "100 \(CriticalPath.waiting) ", "105 cleaning a-2",
                "300 \(CriticalPath.stillness) ",
            ])
    }

    @Test("counts the time until a dead server is noticed, from the fault on")
    func noticing() {
        let path = CriticalPath(of: HandMadeRun.healed.chronicle, until: tick(1000))
        let told = told(path)
        #expect(told.contains("500 \(CriticalPath.noticing) compute-0"), "\(told)")
        #expect(told.contains("700 first start of a system compute-0 on b-1"), "\(told)")
        #expect(told.last == "730 \(CriticalPath.stillness) ")
    }

    @Test("of a run in which nothing happened is one link")
    func nothing() {
        let path = CriticalPath(
            of: HandMadeRun(racks: ["a": ["a-1"]]).chronicle, until: tick(60))
        #expect(told(path) == ["0 \(CriticalPath.stillness) "])
    }
}
