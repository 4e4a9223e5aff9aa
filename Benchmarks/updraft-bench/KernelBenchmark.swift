import Simulation

/// One thing the kernel does, done often.
struct KernelBenchmark {
    let name: String
    private let body: () -> Int

    func measure() -> Measurement { .best(of: name, body) }

    /// The last one does without the kernel: it is what the others are held against.
    static var all: [KernelBenchmark] {
        let schedules: [(String, Schedule)] = [("seeded choice", .shuffle), ("FIFO", .fifo)]
        var all: [KernelBenchmark] = []
        for (name, schedule) in schedules {
            all.append(KernelBenchmark("jobs: 1,000 tasks yield, \(name)") { yields(schedule) })
            all.append(KernelBenchmark("jobs: 500 pairs hand over, \(name)") { pairs(schedule) })
            all.append(KernelBenchmark("sleeps: 1,000 tasks, \(name)") { sleeps(schedule) })
        }
        all.append(KernelBenchmark("timeouts: armed and cancelled", timeouts))
        all.append(KernelBenchmark("events: 1,000 pending, schedule(at:)", scheduledEvents))
        all.append(KernelBenchmark("events: 1,000 pending, bare heap", bareEvents))
        return all
    }

    private init(_ name: String, _ body: @escaping () -> Int) {
        self.name = name
        self.body = body
    }

    private static let tasks = 1000

    /// Jobs with nothing in them.
    private static func yields(_ schedule: Schedule) -> Int {
        run(schedule) { process, _ in for _ in 0..<1000 { await Task.yield() } }.jobs
    }

    /// Each task wakes its partner and waits to be woken: one job, one wait, one wakeup.
    private static func pairs(_ schedule: Schedule) -> Int {
        run(schedule) { process, baton in
            for _ in 0..<1000 {
                let partner = baton.write { $0.take() }
                _ = try? await process.wait(WaitReason("waits for its partner")) { wakeup in
                    baton.write { $0 = wakeup }
                    partner?.wake()
                }
            }
            baton.write { $0.take() }?.wake()
        }.jobs
    }

    /// Each task sleeps for a while of its own: one timer, one job.
    private static func sleeps(_ schedule: Schedule) -> Int {
        let outcome = run(schedule) { process, _ in
            var generator = process.simulator.random.branch("nap")
            for _ in 0..<500 {
                let nap = Duration.nanoseconds(Int64.random(in: 1...1_000_000, using: &generator))
                _ = try? await process.wait(
                    WaitReason("sleeps"),
                    until: process.simulator.now + nap
                )
            }
        }
        return outcome.jobs
    }

    /// Waits with a deadline that never comes, since somebody wakes them.
    private static func timeouts() -> Int {
        run(.shuffle) { process, _ in
            for _ in 0..<500 {
                _ = try? await process.wait(
                    WaitReason("waits for a reply"),
                    until: process.simulator.now + .seconds(60)
                ) { $0.wake() }
            }
        }.tasks * 500
    }

    private static func run(
        _ schedule: Schedule,
        _ work: @escaping @Sendable (SimulatedProcess, Confined<Wakeup?>) async -> Void
    ) -> (jobs: Int, tasks: Int) {
        let simulator = Simulator(seed: 7, schedule: schedule)
        let clock = NodeClock(simulator)
        let ended = Confined(simulator, 0)
        for _ in 0..<tasks / 2 {
            let process = SimulatedProcess("worker", on: simulator, clock: clock)
            let baton = Confined<Wakeup?>(simulator, nil)
            for _ in 0..<2 {
                process.spawn {
                    await work(process, baton)
                    ended.write { $0 += 1 }
                }
            }
        }
        if let finding = simulator.run(until: { ended.read { $0 } == tasks }) {
            fatalError("The benchmark did not end: \(finding)")
        }
        let jobs = Int(simulator.jobs)
        simulator.shutDown()
        return (jobs, tasks)
    }
}
