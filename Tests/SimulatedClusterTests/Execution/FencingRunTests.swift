import Hardware
import SimulatedCluster
import Testing

@Suite("The fencing of one node")
struct FencingRunTests {
    private let topology = FencingTopology(["n": [["ipmi"], ["pdu-a", "pdu-b"]]])

    @Test("succeeds with the first level, if that works")
    func firstLevel() {
        var run = FencingRun("n", topology: topology)
        #expect(run.next == .ask("ipmi"))
        #expect(run.answer(.succeeded) == .succeeded)
    }

    @Test("needs all devices of a level")
    func allDevices() {
        var run = FencingRun("n", topology: topology)
        #expect(run.answer(.failed) == .ask("pdu-a"))
        #expect(run.answer(.succeeded) == .ask("pdu-b"))
        #expect(run.answer(.succeeded) == .succeeded)
    }

    @Test("fails when the last level has failed")
    func fails() {
        var run = FencingRun("n", topology: topology)
        _ = run.answer(.failed)
        _ = run.answer(.succeeded)
        #expect(run.answer(.failed) == .failed)
    }

    @Test("of a node without levels asks a device of its own")
    func defaultDevice() {
        #expect(FencingRun("x", topology: topology).next == .ask("fence-x"))
    }
}
