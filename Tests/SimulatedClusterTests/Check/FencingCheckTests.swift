import SimulatedCluster
import Testing

@Suite("The check of fencing in small clusters")
struct FencingCheckTests {
    @Test(
        "finds no resource active twice, no act without quorum and none after a fence",
        arguments: [(2, 1), (3, 2), (4, 1), (5, 1)])
    func holds(nodes: Int, faults: Int) {
        let report = FencingCheck(nodes: nodes, faults: faults).run(by: PacemakerDecisions())
        print(report)
        #expect(report.violations.isEmpty)
        #expect(report.isComplete)
        #expect(report.states > 20)
    }

    @Test("says that it was a device that lied where a resource is active twice for that")
    func tellsOfLies() {
        let report = FencingCheck(nodes: 3, faults: 3).run(by: PacemakerDecisions())
        print(report)
        #expect(report.violations.isEmpty)
        #expect(report.betrayals > 0)
    }

    @Test("catches decisions with a planted bug", arguments: PlantedDecisions.Bug.allCases)
    func catches(bug: PlantedDecisions.Bug) {
        let report = FencingCheck(nodes: 3, faults: 2).run(by: PlantedDecisions(bug: bug))
        #expect(report.violations.contains { $0.rule == .activeTwice })
    }

    @Test("catches a quorum that is one too small: either of two nodes goes on alone")
    func catchesSmallQuorum() {
        let quorum = QuorumOptions(expectedVotes: 2, isTwoNode: true)
        let report = FencingCheck(nodes: 2, faults: 1, quorum: quorum).run(
            by: PacemakerDecisions())
        #expect(report.violations.contains { $0.rule == .actsWithoutQuorum })
    }
}
