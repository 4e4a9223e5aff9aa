import Testing

@testable import Simulation

@Suite("Structured concurrency in a simulated world")
struct StructuredConcurrencyTests {
    @Test(
        "stays on the world's thread and replays: async let, task groups and actors",
        arguments: UInt64(1)...10,
        Schedule.allCases
    )
    func children(seed: UInt64, schedule: Schedule) {
        #expect(events(seed, schedule) == events(seed, schedule))
    }

    @Test("takes its order from the seed", arguments: UInt64(1)...10)
    func order(seed: UInt64) {
        #expect(events(seed, .shuffle) != events(seed + 1, .shuffle))
    }

    private func events(_ seed: UInt64, _ schedule: Schedule) -> [String] {
        let world = SmallWorld(seed: seed, schedule: schedule)
        let process = world.process("p")
        let ledger = Ledger(world)
        for task in 0..<4 {
            world.spawn(in: process) {
                async let one: Void = ledger.book("\(task) one", process)
                async let two: Void = ledger.book("\(task) two", process)
                _ = await (one, two)
                await withTaskGroup { group in
                    for child in 0..<10 {
                        group.addTask { await ledger.book("\(task) child \(child)", process) }
                    }
                }
                await withDiscardingTaskGroup { group in
                    group.addTask { await ledger.book("\(task) discarded", process) }
                }
            }
        }
        #expect(world.runToEnd() == nil)
        #expect(world.log.count == 2 * 4 * 13)
        return world.log
    }
}

/// An actor whose methods interleave at their awaits.
private actor Ledger {
    private let world: SmallWorld

    init(_ world: SmallWorld) { self.world = world }

    func book(_ entry: String, _ process: SimulatedProcess) async {
        world.simulator.thread.check()
        world.log("\(entry) begins")
        try? await process.sleep(for: .milliseconds(entry.utf8.count))
        world.simulator.thread.check()
        world.log("\(entry) ends")
    }
}
