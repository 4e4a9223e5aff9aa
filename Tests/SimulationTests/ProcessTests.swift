import Simulation
import Testing

@Suite("A killed process")
struct ProcessTests {
    @Test("has its waits end with an error at that moment, oldest first under FIFO")
    func pendingWaits() {
        let world = SmallWorld(schedule: .fifo)
        let process = world.process("p")
        for number in 0..<5 {
            process.spawn {
                await #expect(throws: ProcessStopped()) {
                    try await process.sleep(for: .seconds(100 - number))
                }
                world.log("\(number) \(world.simulator.now - .zero)")
            }
        }
        world.at(.seconds(3)) { process.kill() }
        #expect(world.simulator.run { world.log.count == 5 } == nil)
        #expect(world.log == (0..<5).map { "\($0) 3.0 seconds" })
        #expect(process.waits.isEmpty)
        #expect(!process.isAlive)
    }

    @Test("throws at every later call")
    func laterCalls() {
        let world = SmallWorld()
        let process = world.process("p")
        process.spawn {
            try? await process.sleep(for: .seconds(9))
            #expect(throws: ProcessStopped()) { try process.check() }
            await #expect(throws: ProcessStopped()) { try await process.sleep(for: .zero) }
            await #expect(throws: ProcessStopped()) {
                try await process.wait(WaitReason("waits")) { _ in world.log("armed") }
            }
            world.log("end")
        }
        world.at(.seconds(1)) { process.kill() }
        #expect(world.simulator.run { !world.log.isEmpty } == nil)
        #expect(world.log == ["end"])
    }

    @Test(
        "does not carry on from a wakeup that came first, if its turn had not come",
        arguments: UInt64(1)...20
    )
    func wokenThenKilled(seed: UInt64) {
        let world = SmallWorld(seed: seed)
        let process = world.process("p")
        process.spawn {
            await #expect(throws: ProcessStopped()) { try await process.sleep(for: .seconds(1)) }
            world.log("thrown")
        }
        #expect(world.simulator.run { world.simulator.jobs == 1 } == nil)
        // Set later for the same instant, so it comes after the sleeper's own timer.
        world.at(.seconds(1)) { process.kill() }
        #expect(world.simulator.run { !world.log.isEmpty } == nil)
    }

    @Test("never begins a task that was spawned but had not begun, nor one spawned later")
    func unbegun() {
        let world = SmallWorld()
        let process = world.process("p")
        process.spawn { world.log("begun") }
        process.kill()
        process.spawn { world.log("begun later") }
        world.at(.seconds(1)) { world.log("end") }
        #expect(world.simulator.run { !world.log.isEmpty } == nil)
        #expect(world.log == ["end"])
    }

    @Test("runs its endings once, in the order registered, and late ones at once")
    func endings() {
        let world = SmallWorld()
        let process = world.process("p")
        for number in 0..<3 {
            process.onEnd {
                world.log("\(number)")
                process.kill()
            }
        }
        process.kill()
        process.kill()
        #expect(world.log == ["0", "1", "2"])
        process.onEnd { world.log("late") }
        #expect(world.log.last == "late")
    }

    @Test("may be killed by its own task, or by an ending of another")
    func suicide() {
        let world = SmallWorld()
        let (one, other) = (world.process("one"), world.process("other"))
        one.onEnd { other.kill() }
        other.spawn {
            await #expect(throws: ProcessStopped()) { try await other.sleep(for: .seconds(9)) }
            world.log("other")
        }
        one.spawn {
            try? await one.sleep(for: .seconds(1))
            one.kill()
            #expect(throws: ProcessStopped()) { try one.check() }
            world.log("one")
        }
        #expect(world.simulator.run { world.log.count == 2 } == nil)
        #expect(world.log == ["one", "other"])
    }

    @Test("does not touch the others")
    func others() {
        let world = SmallWorld()
        let (dead, alive) = (world.process("dead"), world.process("alive"))
        world.spawn(in: alive) {
            try? await alive.sleep(for: .seconds(5))
            #expect(alive.isAlive)
            world.log("slept to \(world.simulator.now - .zero)")
        }
        dead.spawn { try? await dead.sleep(for: .seconds(5)) }
        world.at(.seconds(1)) { dead.kill() }
        #expect(world.runToEnd() == nil)
        #expect(world.log == ["slept to 5.0 seconds"])
    }

    @Test("is followed by a successor of the same name that works", arguments: Schedule.allCases)
    func successor(schedule: Schedule) {
        let world = SmallWorld(schedule: schedule)
        let first = world.process("p")
        first.spawn { try? await first.sleep(for: .seconds(9)) }
        world.at(.seconds(1)) {
            first.kill()
            let second = world.process("p")
            second.spawn {
                try? await second.sleep(for: .seconds(1))
                world.log("second at \(world.simulator.now - .zero)")
            }
            #expect(world.simulator.waits.isEmpty)
        }
        #expect(world.simulator.run { !world.log.isEmpty } == nil)
        #expect(world.log == ["second at 2.0 seconds"])
    }

    @Test("has its structured children end with it")
    func children() {
        let world = SmallWorld()
        let process = world.process("p")
        process.spawn {
            await withTaskGroup { group in
                for number in 0..<10 {
                    group.addTask {
                        try? await process.sleep(for: .seconds(number + 100))
                        world.log("child")
                    }
                }
            }
            world.log("parent")
        }
        world.at(.seconds(1)) { process.kill() }
        #expect(world.simulator.run { world.log.last == "parent" } == nil)
        #expect(world.log.count == 11)
        #expect(world.simulator.now == .zero + .seconds(1))
    }
}
