import Simulation
import Testing

@Suite("A world that is shut down")
struct ShutDownTests {
    @Test("lets go of everything: tasks, processes, timers and itself")
    func releases() {
        weak var simulator: Simulator?
        weak var process: SimulatedProcess?
        weak var held: Token?
        makeAndShutDown { (simulator, process, held) = ($0, $1, $2) }
        #expect(simulator == nil)
        #expect(process == nil)
        #expect(held == nil)
    }

    @Test("has its waiting tasks unwind, and traces none of it")
    func unwinds() {
        let world = SmallWorld()
        let process = world.process("p")
        process.spawn {
            await #expect(throws: ProcessStopped()) { try await process.sleep(for: .seconds(9)) }
            world.simulator.record("unwound", "late")
            world.log("unwound")
        }
        world.at(.seconds(1)) {}
        #expect(world.simulator.run { world.simulator.now > .zero } == nil)
        let before = world.simulator.trace.summary
        world.simulator.shutDown()
        #expect(world.log == ["unwound"])
        #expect(world.simulator.trace.summary == before)
        world.simulator.shutDown()
    }

    @Test("gives up on those who restart what dies")
    func restarts() {
        let world = SmallWorld()
        let starts = Confined(world.simulator, 0)
        @Sendable func start() {
            starts.write { $0 += 1 }
            world.process("phoenix").onEnd(start)
        }
        start()
        world.simulator.shutDown()
        #expect(starts.read { $0 } == 1001)
    }

    @Test("is not needed for the next one to work: parked tasks of a lost world do no harm")
    func lostWorlds() {
        for seed in UInt64(1)...20 {
            let world = SmallWorld(seed: seed)
            let process = world.process("p")
            for _ in 0..<50 { process.spawn { _ = try? await process.wait(WaitReason("waits")) } }
            world.spawn(in: process) { try? await process.sleep(for: .seconds(1)) }
            #expect(world.runToEnd() == nil)
            #expect(process.waits.count == 50)
        }
    }

    @Test("does not run again")
    func noSecondLife() async {
        await #expect(processExitsWith: .failure) {
            let simulator = Simulator(seed: 1)
            simulator.shutDown()
            _ = simulator.run { true }
        }
    }

    @Test("is not run or shut down from within")
    func fromWithin() async {
        await #expect(processExitsWith: .failure) {
            let world = SmallWorld()
            world.at(.zero) { _ = world.simulator.run { true } }
            _ = world.simulator.run { false }
        }
        await #expect(processExitsWith: .failure) {
            let world = SmallWorld()
            world.at(.zero) { world.simulator.shutDown() }
            _ = world.simulator.run { false }
        }
    }

    private func makeAndShutDown(
        _ watch: (Simulator, SimulatedProcess, Token) -> Void
    ) {
        let world = SmallWorld()
        let process = world.process("p")
        let token = Token()
        for schedule in 0..<10 {
            process.spawn {
                async let child: Void = process.sleep(for: .seconds(schedule))
                _ = try? await process.wait(WaitReason("waits for ever"))
                _ = try? await child
                _ = token
            }
        }
        process.onEnd { _ = token }
        world.simulator.schedule(at: .zero + .seconds(100)) { _ = (token, world, process) }
        world.at(.seconds(5)) {}
        #expect(world.simulator.run { world.simulator.now >= .zero + .seconds(5) } == nil)
        watch(world.simulator, process, token)
        world.simulator.shutDown()
    }
}

private final class Token: Sendable {}
