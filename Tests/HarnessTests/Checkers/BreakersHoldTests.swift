import Hardware
import Testing
import World

@testable import Harness

@Suite("The checker breakers-hold")
struct BreakersHoldTests {
    private static func trip(_ starting: [MachineName]) -> SiteEvent {
        .breakerTripped("rack-1/A", load: Watts(5000), limit: Watts(1000), starting: starting)
    }

    private static func violation(_ events: [SiteEvent]) -> Violation? {
        var checker = BreakersHold()
        for (index, event) in events.enumerated() {
            let entry = JournalEntry(
                sequence: Int64(index), at: .epoch, source: "datacenter", event: event)
            if let violation = checker.observe(.entry(entry)) { return violation }
        }
        return nil
    }

    @Test("reports a breaker that opens because machines were told to come on together")
    func reports() {
        #expect(Self.violation([Self.trip(["a", "b"])])?.subject == "rack-1/A")
    }

    @Test("does not report one that opens while nobody was told to come on")
    func itself() { #expect(Self.violation([Self.trip([])]) == nil) }

    @Test("does not report one that carries what a lost feed should")
    func cascade() {
        let loss = SiteEvent.fault(.feed("B"), .feedLoss, .began)
        #expect(Self.violation([loss, Self.trip(["a"])]) == nil)
        let end = SiteEvent.fault(.feed("B"), .feedLoss, .ended)
        #expect(Self.violation([loss, end, Self.trip(["a"])]) != nil)
    }

    @Test("reports one that opens again after somebody closed it")
    func again() {
        let reset = SiteEvent.breakerReset("rack-1/A")
        #expect(Self.violation([Self.trip([]), reset, Self.trip(["a"])]) != nil)
        #expect(Self.violation([Self.trip([]), Self.trip(["a"])]) == nil)
    }
}
