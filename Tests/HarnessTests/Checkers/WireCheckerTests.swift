import Hardware
import Testing
import World

@testable import Harness

@Suite("The checkers of what happens on the wire")
struct WireCheckerTests {
    private static func entry(_ event: any JournalEvent, at seconds: Int64 = 0) -> Observation {
        .entry(
            JournalEntry(
                sequence: seconds, at: Instant(nanoseconds: seconds * 1_000_000_000),
                source: "datacenter", event: event))
    }

    @Test("report a copy that is obeyed, and one that is believed")
    func copies() {
        var checker = CopiesRefused()
        #expect(checker.observe(Self.entry(WireEvent.met("a", .bmcReplayed))) == nil)
        #expect(checker.observe(Self.entry(WireEvent.copyObeyed("a")))?.subject == "a")
        #expect(checker.observe(Self.entry(WireEvent.copyBelieved("b")))?.subject == "b")
    }

    @Test("report a full table that nobody but the services has filled")
    func sessions() {
        var checker = SessionsReturned()
        #expect(checker.observe(Self.entry(WireEvent.turnedAway("a"), at: 5))?.subject == "a")
        let began = MachineEvent.fault("a", .bmcLineNoisy, .began)
        let ended = MachineEvent.fault("a", .bmcLineNoisy, .ended)
        #expect(checker.observe(Self.entry(began, at: 10)) == nil)
        #expect(checker.observe(Self.entry(WireEvent.turnedAway("a"), at: 20)) == nil)
        #expect(checker.observe(Self.entry(ended, at: 30)) == nil)
        #expect(checker.observe(Self.entry(WireEvent.turnedAway("a"), at: 60)) == nil)
        #expect(checker.observe(Self.entry(WireEvent.turnedAway("a"), at: 130)) != nil)
    }

    @Test("report work that is reported as done and is not")
    func deeds() {
        var checker = DoneInDeed()
        let event = WireEvent.notDone("a", "creating volume root")
        #expect(checker.observe(Self.entry(event))?.message.contains("volume root") == true)
    }

    @Test("report a run whose faults of the wire nobody met, and no other faults")
    func faultsMet() {
        var checker = QuestionAsked()
        _ = checker.observe(Self.entry(MachineEvent.fault("a", .bmcSilent, .began)))
        #expect(checker.finish(at: .epoch) == nil)
        _ = checker.observe(Self.entry(MachineEvent.fault("a", .bmcReplayed, .began)))
        #expect(checker.finish(at: .epoch)?.subject == "a")
        _ = checker.observe(Self.entry(WireEvent.met("b", .bmcReplayed)))
        #expect(checker.finish(at: .epoch) == nil)
        _ = checker.observe(Self.entry(MachineEvent.fault("c", .bmcReplayed, .began)))
        #expect(checker.finish(at: .epoch) == nil)
    }

    @Test("report a run in which nothing came to pass that the scenario asks for")
    func asked() {
        var checker = QuestionAsked(asks: [AskedEvent("wire.refused")])
        #expect(checker.finish(at: .epoch)?.subject == "wire.refused")
        _ = checker.observe(Self.entry(WireEvent.refused("a")))
        #expect(checker.finish(at: .epoch) == nil)
    }
}
