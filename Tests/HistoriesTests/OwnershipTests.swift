import Hardware
import Histories
import Testing

@Suite("Ownership")
struct OwnershipTests {
    private func tenure(
        _ object: ObjectName, _ owner: String, _ from: Int, _ until: Int?
    ) -> Tenure {
        Tenure(object, of: owner, from: .seconds(from), until: until.map { .seconds($0) })
    }

    @Test("passes from one to the next, and back, without a gap")
    func passesOn() {
        let tenures = [
            tenure("vip", "a", 0, 5), tenure("vip", "b", 5, 9), tenure("vip", "a", 9, nil),
            tenure("other", "b", 0, nil),
        ]
        #expect(OwnershipChecker().check(tenures) == .holds)
    }

    @Test("of two at a time is caught, with both and how long")
    func overlap() throws {
        let verdict = OwnershipChecker().check([
            tenure("vip", "b", 4, 9), tenure("vip", "a", 0, 6), tenure("vip", "c", 9, nil),
        ])
        let found = try #require(verdict.contradiction)
        #expect(
            found.paragraph.hasPrefix("vip had two owners for 2 s, from 4 s: a and b."))
    }

    @Test("is caught behind a long tenure of the same owner, and behind a short one")
    func behindOthers() {
        #expect(
            OwnershipChecker().check([
                tenure("v", "a", 0, 100), tenure("v", "a", 10, 20), tenure("v", "b", 50, 60),
            ]).isViolated)
        #expect(
            OwnershipChecker().check([
                tenure("v", "a", 0, nil), tenure("v", "b", 1_000, nil),
            ]).isViolated)
    }

    @Test("that begins and ends in one moment harms nobody")
    func momentary() {
        #expect(
            OwnershipChecker().check([tenure("v", "a", 0, 9), tenure("v", "b", 5, 5)]) == .holds)
    }

    @Test("ends with a fence: what is written later is caught, until the node starts anew")
    func fences() throws {
        let fences = [Fence("node-1", from: .seconds(10), until: .seconds(60))]
        func write(_ node: String, _ second: Int) -> NodeWrite {
            NodeWrite(node, wrote: "block 7", to: "volume-1", at: .seconds(second))
        }
        #expect(
            FenceChecker().check(
                [write("node-1", 10), write("node-2", 20), write("node-1", 60)], fences: fences)
                == .holds)
        let found = try #require(
            FenceChecker().check([write("node-1", 30), write("node-1", 12)], fences: fences)
                .contradiction)
        #expect(found.paragraph.contains("at 12 s, 2 s later. It was the first of 2."))
    }
}
