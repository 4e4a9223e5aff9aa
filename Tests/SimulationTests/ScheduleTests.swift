import Simulation
import Testing

@Suite("A schedule")
struct ScheduleTests {
    @Test("of FIFO runs tasks in the order they became ready")
    func fifo() {
        #expect(order(seed: 1, .fifo) == Array(0..<20) + Array(0..<20))
        #expect(order(seed: 2, .fifo) == order(seed: 1, .fifo))
    }

    @Test("of chance runs each task once, in an order of the seed's own", arguments: UInt64(1)...20)
    func shuffle(seed: UInt64) {
        #expect(order(seed: seed, .shuffle).sorted() == (0..<20).flatMap { [$0, $0] })
        #expect(order(seed: seed, .shuffle) == order(seed: seed, .shuffle))
        #expect(order(seed: seed, .shuffle) != order(seed: seed + 1, .shuffle))
    }

    @Test("of chance lets each of three ready tasks go first about equally often")
    func fairness() {
        var first = [0, 0, 0]
        for seed in UInt64(1)...3000 { first[order(seed: seed, .shuffle, tasks: 3)[0]] += 1 }
        for count in first { #expect((850...1150).contains(count), "\(first)") }
    }

    @Test("runs timers of one instant before the tasks they wake", arguments: Schedule.allCases)
    func timersFirst(schedule: Schedule) {
        let world = SmallWorld(schedule: schedule)
        let process = world.process("p")
        world.spawn(in: process) {
            try? await process.sleep(for: .seconds(1))
            world.log("task")
        }
        #expect(world.simulator.run { world.simulator.jobs == 1 } == nil)
        world.at(.seconds(1)) { world.log("timer") }
        #expect(world.runToEnd() == nil)
        #expect(world.log == ["timer", "task"])
    }

    private func order(seed: UInt64, _ schedule: Schedule, tasks: Int = 20) -> [Int] {
        let world = SmallWorld(seed: seed, schedule: schedule)
        let process = world.process("p")
        for task in 0..<tasks {
            world.spawn(in: process) {
                world.log("\(task)")
                try? await process.sleep(for: .seconds(1))
                world.log("\(task)")
            }
        }
        #expect(world.runToEnd() == nil)
        return world.log.compactMap(Int.init)
    }
}
