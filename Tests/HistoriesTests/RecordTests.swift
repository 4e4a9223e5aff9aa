import Hardware
import Histories
import Testing

@Suite("Records of what was acknowledged")
struct RecordTests {
    private func history(
        _ periods: [(Int, Action, Outcome, Int, Int?)], on object: ObjectName = "s"
    ) -> History {
        History(
            periods: periods.map { process, action, outcome, from, to in
                History.Period(
                    ProcessNumber(process), action, on: object, outcome, from: .seconds(from),
                    to: to.map { .seconds($0) })
            })
    }

    private func all(_ values: Value...) -> Outcome { .ok(.elements(values)) }

    @Test("may hold what has an unknown outcome or not, and hold what was acknowledged")
    func unknownsEitherWay() {
        let writes: [(Int, Action, Outcome, Int, Int?)] = [
            (0, .add(1), .done, 0, 1), (1, .add(2), .unknown("timed out"), 0, 1),
            (2, .add(3), .failed("refused"), 0, 1),
        ]
        let checker = ElementsChecker()
        #expect(checker.check(history(writes + [(3, .readAll, all(1), 2, 3)])) == .holds)
        #expect(checker.check(history(writes + [(3, .readAll, all(2, 1), 2, 3)])) == .holds)
    }

    @Test("that lack an acknowledged element are caught, with both operations")
    func lost() throws {
        let verdict = ElementsChecker().check(
            history([
                (0, .add(1), .done, 0, 1), (0, .add(2), .done, 2, 3), (1, .readAll, all(1), 4, 5),
            ]))
        let found = try #require(verdict.contradiction)
        #expect(found.rule == "no acknowledged write lost")
        #expect(found.operations.map(\.index) == [1, 2])
        #expect(found.paragraph.contains("2 was acknowledged"))
    }

    @Test("may lack an element whose addition was still under way")
    func concurrentAddition() {
        let verdict = ElementsChecker().check(
            history([(0, .add(1), .done, 0, 5), (1, .readAll, all(), 4, 6)]))
        #expect(verdict == .holds)
    }

    @Test("that lack what an earlier reading has shown are caught, acknowledged or not")
    func vanished() {
        let verdict = ElementsChecker().check(
            history([
                (0, .add(1), .unknown("timed out"), 0, 1), (1, .readAll, all(1), 2, 3),
                (1, .readAll, all(), 4, 5),
            ]))
        #expect(verdict.contradiction?.operations.map(\.index) == [1, 2])
    }

    @Test("may be late where the last reading alone counts")
    func lastReading() {
        let late = history([
            (0, .add(1), .done, 0, 1), (1, .readAll, all(), 2, 3), (1, .readAll, all(1), 4, 5),
        ])
        #expect(ElementsChecker(freshness: .lastReading).check(late) == .holds)
        #expect(ElementsChecker().check(late).isViolated)
    }

    @Test("with an element that was refused, or never asked for, or asked for later, are caught")
    func phantoms() {
        let checker = ElementsChecker()
        #expect(checker.check(history([(1, .readAll, all(9), 2, 3)])).isViolated)
        #expect(
            checker.check(
                history([(0, .add(9), .failed("no"), 0, 1), (1, .readAll, all(9), 2, 3)])
            ).isViolated)
        #expect(
            checker.check(
                history([(1, .readAll, all(9), 2, 3), (0, .add(9), .done, 4, 5)])
            ).isViolated)
    }

    @Test("of a list have one order")
    func listOrder() {
        let additions: [(Int, Action, Outcome, Int, Int?)] = [
            (0, .add(1), .done, 0, 1), (0, .add(2), .done, 0, 1), (0, .add(3), .done, 0, 1),
        ]
        #expect(
            ListChecker().check(
                history(
                    additions + [(1, .readAll, all(1, 2), 2, 3), (1, .readAll, all(1, 2, 3), 4, 5)])
            ) == .holds)
        let forked = ListChecker().check(
            history(
                additions + [(1, .readAll, all(1, 2), 2, 3), (1, .readAll, all(1, 3, 2), 4, 5)])
        )
        #expect(forked.contradiction?.paragraph.contains("at place 2") == true)
        #expect(
            ListChecker().check(history(additions + [(1, .readAll, all(1, 1), 2, 3)])).isViolated)
    }

    @Test("of a queue lose no confirmed message")
    func queueLoss() throws {
        let published: [(Int, Action, Outcome, Int, Int?)] = [
            (0, .add("a"), .done, 0, 1), (0, .add("b"), .done, 2, 3),
            (0, .add("c"), .unknown("timed out"), 4, 5), (1, .take, .ok(.value("a")), 6, 7),
        ]
        let checker = QueueChecker()
        #expect(checker.check(history(published), remaining: ["s": ["b"]]) == .holds)
        #expect(
            checker.check(history(published + [(1, .take, .unknown("crashed"), 8, nil)])) == .holds)
        let found = try #require(checker.check(history(published)).contradiction)
        #expect(found.operations.map(\.index) == [1])
        #expect(found.paragraph.contains("b was confirmed"))
    }

    @Test("of a queue may deliver again, where that is promised, and never what nobody published")
    func redelivery() {
        let again = history([
            (0, .add("a"), .done, 0, 1), (1, .take, .ok(.value("a")), 2, 3),
            (2, .take, .ok(.value("a")), 4, 5),
        ])
        #expect(QueueChecker().check(again) == .holds)
        #expect(QueueChecker(delivery: .exactlyOnce).check(again).isViolated)
        #expect(QueueChecker().check(history([(1, .take, .ok(.value("z")), 2, 3)])).isViolated)
    }

    @Test("of accounts keep their sum, and stay above zero")
    func totals() {
        func reading(_ a: Int, _ b: Int) -> History {
            history([
                (0, .readBalances, .ok(.balances([.init("a", a), .init("b", b)])), 0, 1)
            ])
        }
        #expect(TotalsChecker(total: 10).check(reading(4, 6)) == .holds)
        let short = TotalsChecker(total: 10).check(reading(4, 5)).contradiction
        #expect(short?.paragraph.contains("holds 9 in all and must hold 10: 1 too few") == true)
        #expect(TotalsChecker(total: 10).check(reading(-1, 11)).isViolated)
        #expect(
            TotalsChecker(total: 10, overdraft: .allowed).check(reading(-1, 11)) == .holds)
    }
}
