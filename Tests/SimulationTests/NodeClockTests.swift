import Simulation
import Testing

@Suite("A node's clock")
struct NodeClockTests {
    static let drifts: [Int64] = [
        -999_999_999, -500_000_000, -100_000, -7, -1, 0, 1, 7, 50_000, 100_000, 3_000_000_000,
    ]

    @Test("shows its offset at first and then runs as fast as its drift says")
    func drift() {
        let simulator = Simulator(seed: 1)
        let fast = NodeClock(simulator, offset: .seconds(100), driftPartsPerBillion: 100_000)
        let slow = NodeClock(simulator, driftPartsPerBillion: -100_000)
        #expect(fast.monotonic == 100_000_000_000)
        #expect(slow.monotonic == 0)
        advance(simulator, to: .seconds(1000))
        #expect(fast.monotonic == 1_100_100_000_000)
        #expect(slow.monotonic == 999_900_000_000)
    }

    @Test("tells the first moment that shows a deadline", arguments: drifts, UInt64(1)...20)
    func firstMoment(drift: Int64, seed: UInt64) {
        var chance = SeededGenerator(seed: seed)
        let offset = Int64.random(in: -1_000_000_000_000...1_000_000_000_000, using: &chance)
        let deadline = offset + Int64.random(in: 1...100_000, using: &chance)
        var limits = SimulationLimits()
        limits.virtualTime = .seconds(1 << 32)
        let simulator = Simulator(seed: seed, limits: limits)
        let clock = NodeClock(
            simulator,
            offset: .nanoseconds(offset),
            driftPartsPerBillion: drift
        )
        let moment = clock.virtualTime(of: deadline)
        advance(simulator, to: .nanoseconds(moment.nanoseconds - 1))
        #expect(clock.monotonic < deadline)
        advance(simulator, to: .nanoseconds(moment.nanoseconds))
        #expect(clock.monotonic >= deadline)
    }

    @Test(
        "never wakes a sleeper before its deadline, and no later than it must",
        arguments: drifts.dropFirst(2),
        UInt64(1)...20
    )
    func sleepers(drift: Int64, seed: UInt64) {
        let world = SmallWorld(seed: seed)
        var chance = world.simulator.random.branch("deadlines")
        let clock = NodeClock(
            world.simulator,
            offset: .seconds(-5),
            driftPartsPerBillion: drift
        )
        let process = SimulatedProcess("p", on: world.simulator, clock: clock)
        for _ in 0..<20 {
            let deadline = Int64.random(in: -6_000_000_000...60_000_000_000, using: &chance)
            world.spawn(in: process) {
                let mustWait = deadline > clock.monotonic
                try? await process.sleep(untilMonotonic: deadline)
                #expect(clock.monotonic >= deadline)
                guard mustWait else { return }
                #expect(process.simulator.now == clock.virtualTime(of: deadline))
            }
        }
        #expect(world.runToEnd() == nil)
    }

    @Test("wakes no sleeper early although its drift changes meanwhile", arguments: UInt64(1)...50)
    func changingDrift(seed: UInt64) {
        let world = SmallWorld(seed: seed)
        var chance = world.simulator.random.branch("drift")
        for second in 0..<100 {
            let drift = Int64.random(in: -100_000_000...100_000_000, using: &chance)
            world.at(.seconds(second)) { world.clock.setDrift(partsPerBillion: drift) }
        }
        let process = world.process("p")
        for nap in 1...60 {
            world.spawn(in: process) {
                let deadline = Int64(nap) * 1_000_000_007
                try? await process.sleep(untilMonotonic: deadline)
                #expect(world.clock.monotonic >= deadline)
            }
        }
        #expect(world.runToEnd() == nil)
    }

    @Test("never runs backwards while its drift changes", arguments: UInt64(1)...20)
    func monotonic(seed: UInt64) {
        var chance = SeededGenerator(seed: seed)
        let simulator = Simulator(seed: seed)
        let clock = NodeClock(simulator)
        var last = clock.monotonic
        for step in 1...500 {
            clock.setDrift(
                partsPerBillion: Int64.random(in: -999_999_999...1_000_000_000, using: &chance)
            )
            #expect(clock.monotonic >= last)
            advance(simulator, to: .nanoseconds(step * 3))
            #expect(clock.monotonic >= last)
            last = clock.monotonic
        }
    }

    @Test("steps its date without moving what sleepers go by")
    func dateSteps() {
        let simulator = Simulator(seed: 1)
        let clock = NodeClock(simulator, offset: .seconds(7), date: .seconds(1_700_000_000))
        #expect(clock.date == 1_700_000_000_000_000_000)
        advance(simulator, to: .seconds(10))
        clock.stepDate(by: .seconds(-1_700_000_000))
        #expect(clock.date == 10_000_000_000)
        #expect(clock.monotonic == 17_000_000_000)
    }

    @Test("is independent of the other hosts' clocks")
    func independence() {
        let simulator = Simulator(seed: 1)
        let (one, other) = (NodeClock(simulator), NodeClock(simulator))
        one.setDrift(partsPerBillion: 100_000_000)
        one.stepDate(by: .seconds(5))
        advance(simulator, to: .seconds(10))
        #expect(one.monotonic == 11_000_000_000)
        #expect(other.monotonic == 10_000_000_000)
        #expect(other.date == 10_000_000_000)
    }

    @Test("takes a deadline that never comes", arguments: drifts)
    func forEver(drift: Int64) {
        let clock = NodeClock(
            Simulator(seed: 1),
            offset: .seconds(-9),
            driftPartsPerBillion: drift
        )
        #expect(clock.virtualTime(of: .max) > .zero + .seconds(1_000_000_000))
        #expect(VirtualTime.zero + .seconds(Int64.max) == VirtualTime(nanoseconds: .max))
    }

    private func advance(_ simulator: Simulator, to time: Duration) {
        let moment = VirtualTime.zero + time
        simulator.schedule(at: moment) {}
        #expect(simulator.run { simulator.now >= moment } == nil)
    }
}
