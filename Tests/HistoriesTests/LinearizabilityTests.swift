import Hardware
import Histories
import Testing

@Suite("A register's history")
struct LinearizabilityTests {
    /// Operations on one register with times in seconds; no end means that nobody heard.
    private func judge(
        initial: Value? = nil, _ periods: [(Int, Action, Outcome, Int, Int?)]
    ) -> Verdict {
        let history = History(
            periods: periods.map { process, action, outcome, from, to in
                History.Period(
                    ProcessNumber(process), action, on: "x", outcome, from: .seconds(from),
                    to: to.map { .seconds($0) })
            })
        return LinearizabilityChecker(initial: initial).check(history)
    }

    private func told(_ value: Value?) -> Outcome { .ok(.value(value)) }

    @Test("may have a read see the new value and a later, concurrent one the old")
    func concurrentReads() {
        // The register of a course's quiz (MIT 6.824, 2017) that porcupine's tests use as well.
        let verdict = judge(
            initial: 0,
            [
                (0, .write(100), .done, 0, 100), (1, .read, told(100), 25, 75),
                (2, .read, told(0), 30, 60),
            ])
        #expect(verdict == .holds)
    }

    @Test("may not go back to the old value once somebody has read the new one")
    func backwards() throws {
        let verdict = judge(
            initial: 0,
            [
                (0, .write(200), .done, 0, 100), (1, .read, told(200), 10, 30),
                (2, .read, told(0), 40, 90),
            ])
        let found = try #require(verdict.contradiction)
        #expect(found.operations.map(\.process) == [1, 2])
        #expect(
            found.paragraph.contains(
                "process 1 read 200 from x (10 s to 30 s); process 2 read 0 from x (40 s to 90 s)"))
        #expect(found.paragraph.contains("could only hold 200"))
    }

    @Test("counts what only touches as concurrent")
    func touching() {
        #expect(
            judge(
                initial: 0,
                [
                    (0, .write(100), .done, 0, 100), (1, .read, told(100), 25, 75),
                    (2, .read, told(0), 30, 30), (3, .read, told(0), 30, 30),
                ]) == .holds)
        #expect(
            judge(
                initial: 0,
                [
                    (0, .write(200), .done, 0, 100), (1, .read, told(200), 10, 10),
                    (2, .read, told(200), 10, 10), (3, .read, told(0), 40, 90),
                ]
            ).isViolated)
    }

    @Test("shows a value from nowhere by the one read that told it")
    func valueFromNowhere() throws {
        // As in Knossos' smallest history of RethinkDB.
        let verdict = judge([
            (0, .write(0), .done, 0, 1), (1, .read, told(3), 2, 4), (2, .write(4), .done, 3, 5),
            (3, .read, told(4), 6, 7),
        ])
        let found = try #require(verdict.contradiction)
        #expect(found.operations.map(\.process) == [1])
    }

    @Test("allows a write without an outcome at once, late, and never")
    func unknownWrite() {
        let lost: (Int, Action, Outcome, Int, Int?) = (0, .write(1), .unknown("timed out"), 0, 1)
        #expect(judge(initial: 0, [lost, (1, .read, told(0), 5, 6)]) == .holds)
        #expect(judge(initial: 0, [lost, (1, .read, told(1), 5, 6)]) == .holds)
        #expect(
            judge(
                initial: 0,
                [lost, (1, .read, told(0), 5, 6), (1, .read, told(1), 7, 8)]) == .holds)
        #expect(
            judge(
                initial: 0,
                [
                    lost, (1, .read, told(1), 5, 6), (1, .write(2), .done, 7, 8),
                    (1, .read, told(1), 9, 10),
                ]
            ).isViolated,
            "It takes effect once.")
    }

    @Test("forgets a write that failed and refuses to see it")
    func failedWrite() {
        let failed: (Int, Action, Outcome, Int, Int?) = (0, .write(1), .failed("deadlock"), 0, 1)
        #expect(judge(initial: 0, [failed, (1, .read, told(0), 2, 3)]) == .holds)
        #expect(judge(initial: 0, [failed, (1, .read, told(1), 2, 3)]).isViolated)
    }

    @Test("finds the lost update behind two exchanges of the same value")
    func lostUpdate() throws {
        let verdict = judge(
            initial: 0,
            [
                (0, .compareAndSet(from: 0, to: 1), .done, 0, 10),
                (1, .compareAndSet(from: 0, to: 2), .done, 0, 10),
                (2, .read, told(2), 11, 12),
            ])
        let found = try #require(verdict.contradiction)
        #expect(found.operations.count == 2)
        #expect(found.paragraph.contains("set x from 0 to 1"))
    }

    @Test("takes a refused exchange for news of what the register does not hold")
    func mismatch() {
        #expect(
            judge(
                initial: 0,
                [(0, .compareAndSet(from: 0, to: 1), .ok(.mismatch), 0, 1)]
            ).isViolated)
        #expect(
            judge(
                initial: 0,
                [
                    (0, .write(5), .unknown("crashed"), 0, nil),
                    (1, .compareAndSet(from: 0, to: 1), .ok(.mismatch), 1, 2),
                ]) == .holds)
    }

    @Test("names an acknowledged write, what hides it, and the read that missed it")
    func stale() throws {
        let verdict = judge([
            (0, .write(1), .done, 0, 1), (0, .write(2), .done, 2, 3), (0, .write(3), .done, 4, 5),
            (1, .read, told(3), 6, 7), (2, .read, told(2), 8, 9),
        ])
        let found = try #require(verdict.contradiction)
        #expect(found.operations.count == 3)
        #expect(found.operations.last?.observation == .value(2))
        // Without the reading of 3, the writing of 3 says as much.
        #expect(found.operations.contains { $0.action == .write(2) })
    }

    @Test("is judged as by trying all orders, with lies and without", arguments: UInt64(1)...40)
    func oracle(seed: UInt64) {
        var dice = Dice(seed)
        for round in 0..<60 {
            var random = RandomHistory(generator: Dice(dice.next()))
            random.clients = 2 + round % 4
            random.values = 2 + round % 3
            random.unknown = [0, 15, 40][round % 3]
            random.lies = round % 2 == 0 ? 0 : 40
            let history = random.make(4 + round % 6)
            let verdict = LinearizabilityChecker().check(history)
            let hasOrder = OrderOracle(operations: history.operations, initial: nil).hasOrder()
            #expect(verdict.isViolated == !hasOrder, "\(history.operations)")
            if random.lies == 0 { #expect(verdict == .holds) }
        }
    }

    @Test("is explained by operations none of which can be spared", arguments: UInt64(1)...20)
    func smallest(seed: UInt64) throws {
        var random = RandomHistory(generator: Dice(seed))
        random.lies = 30
        random.clients = 4
        guard let found = LinearizabilityChecker().check(random.make(60)).contradiction else {
            return
        }
        #expect(!found.operations.isEmpty && found.operations.count <= 8)
        #expect(found.operations.allSatisfy { found.paragraph.contains("\($0)") })
    }

    @Test("of many objects and 20 clients is judged, one wrong reading in it found")
    func scale() throws {
        var random = RandomHistory(generator: Dice(7))
        (random.clients, random.objects, random.values, random.unknown) = (20, 50, 5, 1)
        var history = random.make(10_000)
        #expect(LinearizabilityChecker().check(history) == .holds)

        let late = history.invoke(999_999, .read, on: "r7", at: history.end)
        history.complete(late, .ok(.value(77)), at: history.end)
        let found = try #require(LinearizabilityChecker().check(history).contradiction)
        #expect(found.operations.map(\.index) == [late])
    }

    @Test("of 20 clients at one register is judged")
    func contended() {
        var random = RandomHistory(generator: Dice(8))
        (random.clients, random.values, random.unknown) = (20, 5, 0)
        #expect(LinearizabilityChecker().check(random.make(2_000)) == .holds)
    }

    @Test("that needs more than the limits allow is undecided, and says at which")
    func limits() {
        var random = RandomHistory(generator: Dice(9))
        random.clients = 8
        let checker = LinearizabilityChecker(limits: CheckLimits(steps: 20))
        guard case .undecided(let reason) = checker.check(random.make(200)) else {
            Issue.record("It was decided.")
            return
        }
        #expect(reason.contains("20 steps") && reason.contains("200 operations"))
    }
}
