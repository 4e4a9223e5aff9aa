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

    @Test(
        "of priorities runs each task in its turn, in an order of the seed's own",
        arguments: UInt64(1)...20)
    func priorities(seed: UInt64) {
        let schedule = Schedule.pct(.standard)
        #expect(order(seed: seed, schedule).sorted() == (0..<20).flatMap { [$0, $0] })
        #expect(order(seed: seed, schedule) == order(seed: seed, schedule))
        #expect(order(seed: seed, schedule) != order(seed: seed + 1, schedule))
    }

    @Test("of priorities of depth 1 lets a task of fifty steps overtake another half of the time")
    func overtaking() {
        let seeds = UInt64(1)...200
        let found = seeds.filter { isOvertaken(seed: $0, .pct(PCTDepth(1))) }.count
        #expect((70...130).contains(found), "\(found) of 200")
        #expect(!seeds.contains { isOvertaken(seed: $0, .shuffle) })
    }

    @Test("of priorities of depth 2 stops a task half-way until another is through")
    func preemption() {
        let seeds = UInt64(1)...400
        let found = seeds.filter { isPreempted(seed: $0, .pct(PCTDepth(2))) }.count
        // 1 / (n * k) of 2 tasks and a stretch is the chance that is promised for one moment; any
        // of the forty will do.
        #expect(found >= 2, "\(found) of 400")
        #expect(!seeds.contains { isPreempted(seed: $0, .pct(PCTDepth(1))) })
        #expect(!seeds.contains { isPreempted(seed: $0, .shuffle) })
    }

    @Test(
        "of priorities makes all of its changes, also where two were drawn for one place",
        arguments: UInt64(1)...40)
    func changes(seed: UInt64) {
        let log = steps(seed: seed, .pct(PCTDepth(16)), of: ["a": 600, "b": 600])
            .prefix(Int(PCTDepth.stretch) / 2 - 8)
        let changes = zip(log, log.dropFirst()).count { $0 != $1 }
        // A step and its giving way are two jobs: two changes between them cannot be seen, nor one
        // at either end.
        #expect((11...15).contains(changes))
    }

    /// Whether the many steps of one task come before the only one of another that was ready
    /// first, with others around.
    private func isOvertaken(seed: UInt64, _ schedule: Schedule) -> Bool {
        let log = steps(seed: seed, schedule, of: ["a": 1, "b": 50, "c": 50, "d": 50])
        guard let a = log.firstIndex(of: "a"), let b = log.lastIndex(of: "b") else { return false }
        return b < a
    }

    /// Whether one task is stopped between two of its steps while another does all of its own.
    private func isPreempted(seed: UInt64, _ schedule: Schedule) -> Bool {
        let log = steps(seed: seed, schedule, of: ["a": 40, "b": 40])
        guard let first = log.firstIndex(of: "b"), let last = log.lastIndex(of: "b") else {
            return false
        }
        return first > 0 && last < log.count - 1 && last - first == 39
    }

    private func steps(
        seed: UInt64, _ schedule: Schedule, of tasks: KeyValuePairs<String, Int>
    ) -> [String] {
        let world = SmallWorld(seed: seed, schedule: schedule)
        let process = world.process("p")
        for (name, count) in tasks {
            world.spawn(in: process) {
                for _ in 0..<count {
                    world.log(name)
                    await Task.yield()
                }
            }
        }
        #expect(world.runToEnd() == nil)
        return world.log
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
