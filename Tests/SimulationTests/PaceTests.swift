import Simulation
import Testing

@Suite("A world that keeps pace with a live clock")
struct PaceTests {
    @Test("goes as fast as the clock, or so many times faster", arguments: [1, 0.5, 60])
    func follows(acceleration: Double) {
        let pace = Pace(
            acceleration: acceleration, live: .seconds(100),
            moment: VirtualTime.zero + .seconds(7))
        #expect(pace.moment(at: .seconds(100)) == VirtualTime.zero + .seconds(7))
        let later = VirtualTime.zero + .seconds(7) + .seconds(10) * acceleration
        #expect(pace.moment(at: .seconds(110)) == later)
        #expect(pace.wait(for: later, at: .seconds(100)) == .seconds(10))
        #expect(pace.wait(for: later, at: .seconds(120)) == .zero)
    }

    @Test("does not go back with a clock that does")
    func clockGoesBack() {
        let pace = Pace(acceleration: 1, live: .seconds(100), moment: .zero)
        #expect(pace.moment(at: .seconds(90)) == .zero)
    }

    @Test("runs to a moment: everything due by then is done, and nothing else")
    func runsTo() {
        let simulator = Simulator(seed: 1)
        let done = Confined<[Int]>(simulator, [])
        for second in [1, 2, 2, 3] {
            simulator.schedule(at: VirtualTime.zero + .seconds(second)) {
                done.write { $0.append(second) }
            }
        }
        #expect(simulator.nextDeadline == VirtualTime.zero + .seconds(1))
        #expect(simulator.run(to: VirtualTime.zero + .seconds(2)) == nil)
        #expect(done.read { $0 } == [1, 2, 2])
        #expect(simulator.now == VirtualTime.zero + .seconds(2))
        #expect(simulator.run(to: VirtualTime.zero + .seconds(60)) == nil)
        #expect(done.read { $0 } == [1, 2, 2, 3])
        #expect(simulator.now == VirtualTime.zero + .seconds(60))
        #expect(simulator.nextDeadline == nil)
    }
}
