import Testing

@testable import Simulation

@Suite("A wait")
struct WaitTests {
    @Test(
        "ends by a wakeup or a deadline, whichever is first, and says which",
        arguments: Schedule.allCases
    )
    func outcomes(schedule: Schedule) {
        let world = SmallWorld(schedule: schedule)
        let process = world.process("p")
        for (name, wake) in [("woken", Duration.seconds(1)), ("late", .seconds(3))] {
            world.spawn(in: process) {
                let outcome = try? await process.wait(
                    WaitReason("waits"),
                    until: .zero + .seconds(2)
                ) { wakeup in world.at(wake) { wakeup.wake() } }
                world.log("\(name) \(outcome!) \(world.simulator.now - .zero)")
            }
        }
        #expect(world.runToEnd() == nil)
        #expect(world.log == ["woken woken 1.0 seconds", "late deadlineReached 2.0 seconds"])
    }

    @Test("is not harmed by a second wakeup, nor by one after its end or its process's")
    func spareWakeups() {
        let world = SmallWorld()
        let process = world.process("p")
        let wakeup = Confined<Wakeup?>(world.simulator, nil)
        world.spawn(in: process) {
            _ = try? await process.wait(WaitReason("waits")) { wakeup.set($0) }
            world.log("woken")
        }
        world.at(.seconds(1)) {
            wakeup.read { $0 }?.wake()
            wakeup.read { $0 }?.wake()
        }
        world.at(.seconds(2)) {
            wakeup.read { $0 }?.wake()
            process.kill()
            wakeup.read { $0 }?.wake()
        }
        world.at(.seconds(3)) { world.log("end") }
        #expect(world.simulator.run { world.log.count == 2 } == nil)
        #expect(world.log == ["woken", "end"])
    }

    @Test("that is woken while it arms ends at once and leaves nothing behind")
    func wokenWhileArming() {
        let world = SmallWorld()
        let process = world.process("p")
        world.spawn(in: process) {
            for _ in 0..<3 {
                let outcome = try? await process.wait(
                    WaitReason("waits"),
                    until: .zero + .seconds(9)
                ) { $0.wake() }
                #expect(outcome == .woken)
                #expect(process.waits.isEmpty)
            }
        }
        #expect(world.runToEnd() == nil)
        #expect(world.simulator.now == .zero)
        guard case .deadlock = world.simulator.run(until: { false }) else {
            Issue.record("The cancelled deadlines are still armed.")
            return
        }
        #expect(world.simulator.now == .zero)
    }

    @Test("throws if its process dies while it arms")
    func killedWhileArming() {
        let world = SmallWorld()
        let process = world.process("p")
        world.spawn(in: process) {
            await #expect(throws: ProcessStopped()) {
                try await process.wait(WaitReason("waits"), until: .zero + .seconds(9)) { wakeup in
                    process.kill()
                    wakeup.wake()
                }
            }
            world.log("thrown")
        }
        #expect(world.simulator.run { !world.log.isEmpty } == nil)
        #expect(world.simulator.now == .zero)
    }

    @Test("throws when its task is cancelled, at once and alone", arguments: Schedule.allCases)
    func cancelled(schedule: Schedule) {
        let world = SmallWorld(schedule: schedule)
        let process = world.process("p")
        world.spawn(in: process) {
            await withTaskGroup { group in
                group.addTask {
                    await #expect(throws: ProcessStopped()) {
                        try await process.wait(WaitReason("waits for ever"))
                    }
                    world.log("cancelled \(world.simulator.now - .zero)")
                }
                try? await process.sleep(for: .seconds(1))
                group.cancelAll()
            }
            try? await process.sleep(for: .seconds(1))
            world.log("carried on \(world.simulator.now - .zero)")
        }
        #expect(world.runToEnd() == nil)
        #expect(world.log == ["cancelled 1.0 seconds", "carried on 2.0 seconds"])
    }

    @Test("throws at once, without arming, in a task that was cancelled before")
    func cancelledBefore() {
        let world = SmallWorld()
        let process = world.process("p")
        world.spawn(in: process) {
            await withTaskGroup(of: Void.self) { group in
                group.cancelAll()
                group.addTask {
                    await #expect(throws: ProcessStopped()) {
                        try await process.wait(WaitReason("waits")) { _ in world.log("armed") }
                    }
                    world.log("thrown")
                }
            }
        }
        #expect(world.runToEnd() == nil)
        #expect(world.log == ["thrown"])
    }

    @Test("with a past deadline lets others run and then returns")
    func pastDeadline() {
        let world = SmallWorld(schedule: .fifo)
        let process = world.process("p")
        world.spawn(in: process) {
            try? await process.sleep(for: .seconds(-5))
            world.log("slept")
        }
        world.spawn(in: process) { world.log("other") }
        #expect(world.runToEnd() == nil)
        #expect(world.log == ["other", "slept"])
        #expect(world.simulator.now == .zero)
    }

    @Test("is listed while it lasts, oldest first, and not afterwards", arguments: UInt64(1)...10)
    func listed(seed: UInt64) {
        let world = SmallWorld(seed: seed, schedule: .fifo)
        let process = world.process("p")
        var chance = world.simulator.random.branch("naps")
        var ends: [Int] = []
        for number in 0..<30 {
            let end = Int.random(in: 1...1000, using: &chance)
            ends.append(end)
            process.spawn {
                _ = try? await process.wait(
                    WaitReason("waits for", "\(number)"),
                    until: .zero + .milliseconds(end)
                )
            }
        }
        for moment in stride(from: 0, through: 1000, by: 50) {
            world.at(.milliseconds(moment)) { world.log("") }
            #expect(world.simulator.run { world.log.count == moment / 50 + 1 } == nil)
            let waiting = process.waits.map(\.reason.description)
            let expected = ends.indices.filter { ends[$0] > moment }.map { "waits for \($0)" }
            #expect(waiting == expected)
        }
    }

    @Test("of very many cancelled tasks of a live process is no sign of spinning")
    func manyCancelled() {
        let world = SmallWorld()
        let process = world.process("p")
        world.spawn(in: process) {
            for round in 1...12 {
                for _ in 0..<SimulatedProcess.failedCallsPerInstant / 10 {
                    await Self.waitCancelled(process)
                }
                try? await process.sleep(for: .seconds(1))
                world.log("\(round)")
            }
        }
        #expect(world.runToEnd() == nil)
        #expect(world.log.count == 12)
    }

    private static func waitCancelled(_ process: SimulatedProcess) async {
        await withTaskGroup(of: Void.self) { group in
            group.addTask { try? await process.sleep(for: .seconds(9)) }
            group.cancelAll()
        }
    }

    @Test("in a loop that swallows the end of its process traps instead of hanging")
    func spinning() async {
        await #expect(processExitsWith: .failure) {
            let world = SmallWorld()
            let process = world.process("p")
            process.spawn {
                while true { try? await process.sleep(for: .seconds(1)) }
            }
            world.at(.seconds(5)) { process.kill() }
            _ = world.simulator.run { false }
        }
    }
}
