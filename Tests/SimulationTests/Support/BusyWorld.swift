import Simulation

/// A world in which much happens at once: sleepers, hand-overs, children, kills and restarts.
struct BusyWorld {
    private let world: SmallWorld

    init(seed: UInt64, schedule: Schedule, recording window: ClosedRange<Int64>? = nil) {
        world = SmallWorld(seed: seed, schedule: schedule, recording: window)
    }

    /// - Parameter planted: how many steps are taken before something happens that does not
    ///   happen in another run.
    func run(planted: Int? = nil) -> Trace {
        let steps = Confined(world.simulator, 0)
        for number in 0..<20 {
            start("worker-\(number)", steps, planted)
        }
        let finding = world.simulator.run { steps.read { $0 } >= 3000 }
        precondition(finding == nil, "A busy world does not end early: \(finding!)")
        let trace = world.simulator.trace
        world.simulator.shutDown()
        return trace
    }

    private func start(_ name: String, _ steps: Confined<Int>, _ planted: Int?) {
        let process = world.process(name)
        var chance = world.simulator.random.branch(name)
        for task in 0..<5 {
            process.spawn { await Self.work(process, task, steps, planted) }
        }
        let life = Duration.milliseconds(Int.random(in: 500...5000, using: &chance))
        world.simulator.schedule(at: world.simulator.now + life) {
            process.kill()
            start(name, steps, planted)
        }
    }

    private static func work(
        _ process: SimulatedProcess,
        _ task: Int,
        _ steps: Confined<Int>,
        _ planted: Int?
    ) async {
        let simulator = process.simulator
        var chance = simulator.random.branch("\(process.name) \(task)")
        do {
            while true {
                let nap = Int.random(in: 0...20, using: &chance)
                async let child: Void = process.sleep(for: .milliseconds(nap))
                try await process.sleep(for: .milliseconds(20 - nap))
                try await child
                let step = steps.write { count in
                    count += 1
                    return count
                }
                simulator.record("step", "\(process.name) \(task)")
                if step == planted { simulator.record("planted", "\(step)") }
            }
        } catch {}
    }
}
