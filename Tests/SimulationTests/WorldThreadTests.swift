import Simulation
import Testing

@Suite("A simulated world")
struct WorldThreadTests {
    @Test("traps when a task that waited on the real world comes back from another thread")
    func escapes() async {
        await #expect(processExitsWith: .failure) {
            let world = SmallWorld()
            let process = world.process("p")
            let parked = Confined<UnsafeContinuation<Void, Never>?>(world.simulator, nil)
            process.spawn { await withUnsafeContinuation { parked.set($0) } }
            _ = world.simulator.run { false }
            let continuation = parked.read { $0 }!
            await Elsewhere.run { continuation.resume() }
        }
    }
}
