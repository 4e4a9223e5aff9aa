import Simulation
import Testing

@Suite("A finding")
struct FindingTests {
    @Test("of a deadlock names who waits for what, and since when")
    func deadlock() throws {
        let world = SmallWorld()
        let (conductor, agent) = (world.process("conductor"), world.process("agent"))
        world.spawn(in: conductor) {
            try? await conductor.sleep(for: .seconds(2))
            _ = try? await conductor.wait(WaitReason("waits for a reply from", "bmc-7"))
        }
        world.spawn(in: agent) { _ = try? await agent.wait(WaitReason("waits for work")) }
        let finding = try #require(world.runToEnd())
        #expect(finding.name == "deadlock")
        #expect(
            finding.description == "deadlock after 2.0 seconds: "
                + "conductor waits for a reply from bmc-7, since 2.0 seconds; "
                + "agent waits for work, since 0.0 seconds"
        )
    }

    @Test("of a deadlock shows twenty waits and counts the rest")
    func longDeadlock() throws {
        let world = SmallWorld()
        let process = world.process("p")
        for number in 0..<25 {
            world.spawn(in: process) {
                _ = try? await process.wait(WaitReason("waits", "\(number)"))
            }
        }
        let text = try #require(world.runToEnd()).description
        #expect(text.hasSuffix("; and 5 more"))
        #expect(text.split(separator: ";").count == 21)
    }

    @Test("of a deadlock without waits says so")
    func emptyDeadlock() throws {
        let finding = try #require(Simulator(seed: 1).run { false })
        #expect(finding.description == "deadlock after 0.0 seconds: nobody waits")
    }

    @Test(
        "of too many jobs in one instant comes from tasks that hand over for ever",
        arguments: Schedule.allCases
    )
    func yielding(schedule: Schedule) throws {
        let world = smallInstants(schedule)
        let process = world.process("p")
        for _ in 0..<2 {
            world.spawn(in: process) { while process.isAlive { await Task.yield() } }
        }
        try expectLivelock(world)
    }

    @Test("of too many jobs in one instant comes from a task that sleeps for no time")
    func emptySleeps() throws {
        let world = smallInstants(.shuffle)
        let process = world.process("p")
        world.spawn(in: process) {
            while process.isAlive { try? await process.sleep(for: .zero) }
        }
        try expectLivelock(world)
    }

    @Test("of too many jobs in one instant comes from a timer that sets itself again")
    func timerLoop() throws {
        let world = smallInstants(.shuffle)
        @Sendable func again() { world.simulator.schedule(at: .zero, again) }
        again()
        let process = world.process("p")
        world.spawn(in: process) { try? await process.sleep(for: .seconds(1)) }
        try expectLivelock(world)
    }

    @Test("of too many jobs in one instant does not come from jobs in many")
    func manyInstants() {
        let world = smallInstants(.shuffle)
        let process = world.process("p")
        world.spawn(in: process) {
            for _ in 0..<50_000 { try? await process.sleep(for: .nanoseconds(1)) }
        }
        #expect(world.runToEnd() == nil)
    }

    @Test("of virtual time comes before the clock passes its bound")
    func virtualTime() throws {
        var limits = SimulationLimits()
        limits.virtualTime = .seconds(10)
        let world = SmallWorld(limits: limits)
        let process = world.process("clockwork")
        world.spawn(in: process) {
            while process.isAlive { try? await process.sleep(for: .seconds(3)) }
        }
        let finding = try #require(world.runToEnd())
        #expect(finding.name == "virtual-time")
        #expect(world.simulator.now == .zero + .seconds(9))
        #expect(finding.description.contains("clockwork sleeps"))
        world.simulator.shutDown()
    }

    @Test("of memory comes within one instant, too", arguments: [Duration.zero, .nanoseconds(1)])
    func memory(nap: Duration) throws {
        var limits = SimulationLimits()
        limits.memory = 1
        let world = SmallWorld(limits: limits)
        let process = world.process("p")
        world.spawn(in: process) {
            while process.isAlive { try? await process.sleep(for: nap) }
        }
        let finding = try #require(world.runToEnd())
        #expect(finding.name == "memory")
        world.simulator.shutDown()
    }

    @Test("of a stop comes before the clock moves on, and the run may go on from there")
    func stopped() throws {
        let world = SmallWorld()
        world.at(.seconds(1)) {
            world.log("first")
            world.simulator.stop()
        }
        world.at(.seconds(2)) { world.log("second") }
        let finding = try #require(world.simulator.run { world.log.count == 2 })
        #expect(finding.name == "stopped")
        #expect(world.log == ["first"])
        #expect(world.simulator.run { world.log.count == 2 } == nil)
    }

    private func smallInstants(_ schedule: Schedule) -> SmallWorld {
        var limits = SimulationLimits()
        limits.jobsPerInstant = 20_000
        return SmallWorld(schedule: schedule, limits: limits)
    }

    private func expectLivelock(_ world: SmallWorld) throws {
        let finding = try #require(world.runToEnd())
        #expect(finding.name == "jobs-per-instant")
        guard case .livelock(let time, let jobs, _) = finding else { return }
        #expect(time == .zero)
        #expect(jobs == 20_000)
        world.simulator.shutDown()
    }
}
