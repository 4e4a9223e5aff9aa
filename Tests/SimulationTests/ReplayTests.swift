import Simulation
import Testing

@Suite("A replay")
struct ReplayTests {
    @Test(
        "of the same seed and schedule has the same trace",
        arguments: UInt64(1)...10,
        Schedule.allCases
    )
    func sameSeed(seed: UInt64, schedule: Schedule) {
        let first = BusyWorld(seed: seed, schedule: schedule).run()
        let second = BusyWorld(seed: seed, schedule: schedule).run()
        #expect(first.summary == second.summary)
        #expect(first.summary.divergence(from: second.summary) == nil)
        #expect(first.summary.count > 3000)
    }

    /// The standard library seeds its hashing anew in every process; nothing may depend on it.
    @Test("in another process has the same trace", arguments: Schedule.allCases)
    func otherProcess(schedule: Schedule) async {
        let here = BusyWorld(seed: 3, schedule: schedule).run().text
        let kind = Schedule.allCases.firstIndex(of: schedule) ?? 0
        await #expect(processExitsWith: .success) {
            [here = here as String, kind = kind as Int] in
            let there = BusyWorld(seed: 3, schedule: Schedule.allCases[kind]).run().text
            precondition(there == here)
        }
    }

    @Test("of another seed has another trace", arguments: UInt64(1)...10)
    func otherSeed(seed: UInt64) {
        let first = BusyWorld(seed: seed, schedule: .shuffle).run()
        let second = BusyWorld(seed: seed + 1, schedule: .shuffle).run()
        #expect(first.summary.hash != second.summary.hash)
    }

    @Test("under another schedule has another trace")
    func otherSchedule() {
        let hashes = Schedule.allCases.map { BusyWorld(seed: 1, schedule: $0).run().summary.hash }
        #expect(Set(hashes).count == Schedule.allCases.count)
    }

    @Test(
        "that differs is shown at its first differing event",
        arguments: [1, 2, 63, 64, 65, 500, 1999, 2990]
    )
    func firstDifference(planted: Int) throws {
        let first = BusyWorld(seed: 5, schedule: .shuffle).run()
        let second = BusyWorld(seed: 5, schedule: .shuffle).run(planted: planted)
        let window = try #require(first.summary.divergence(from: second.summary))

        let all: ClosedRange<Int64> = 1...1_000_000
        let firstWords = BusyWorld(seed: 5, schedule: .shuffle, recording: window).run().recorded
        let secondWords = BusyWorld(seed: 5, schedule: .shuffle, recording: window)
            .run(planted: planted).recorded
        let difference = try #require(zip(firstWords, secondWords).first { $0 != $1 })
        #expect(difference.1.site == "planted")
        #expect(difference.1.payload == "\(planted)")
        #expect(window.contains(difference.1.index))

        let everything = BusyWorld(seed: 5, schedule: .shuffle, recording: all)
            .run(planted: planted).recorded
        #expect(everything.first { $0.site == "planted" } == difference.1)
    }
}
