import Hardware
import SimulatedDatacenter
import Simulation
import Testing
import World

@Suite("Chance in the simulated store")
struct StoreDeterminismTests {
    @Test("gives the same run for the same seed", arguments: SimulatedRun.all(1...10))
    func sameSeedSameTrace(run: SimulatedRun) {
        #expect(Self.trace(of: run) == Self.trace(of: run))
    }

    @Test("gives other runs for other seeds, and for the other schedule")
    func otherSeedsDiffer() {
        let traces = SimulatedRun.all(1...10).map(Self.trace)
        #expect(Set(traces).count == traces.count)
    }

    private static func trace(of run: SimulatedRun) -> String {
        let world = StoreRun(run, members: ["first", "second"])
        for name in ["a", "b", "c"] { _ = world.startWriter(name, .durable) }
        world.wait(.milliseconds(100))
        world.store.lose("second")
        world.wait(.milliseconds(100))
        world.store.lose("first")
        world.store.join("first")
        world.wait(.seconds(10))
        return world.simulator.trace.text
    }
}
