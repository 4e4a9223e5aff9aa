import Foundation
import Hardware
import Testing
import World

@Suite("A journal line")
struct JournalLineTests {
    @Test("is read back by any JSON reader, whatever is in it")
    func readBack() throws {
        let event = MachineEvent.bootFailed("node \"1\"\\\n\u{1}é", reason: "tab\there")
        let line = JournalLine(
            JournalEntry(sequence: 3, at: Instant(nanoseconds: 5), source: "s", event: event))
        let object =
            try JSONSerialization.jsonObject(with: Data(line.description.utf8)) as? [String: Any]
        #expect(object?["subject"] as? String == "node \"1\"\\\n\u{1}é")
        #expect((object?["fields"] as? [String: String]) == ["reason": "tab\there"])
        #expect(object?["sequence"] as? Int == 3)
    }

    @Test("has its members in an order that never changes")
    func order() {
        let event = MachineEvent.power("node-1", .on)
        let line = JournalLine(
            JournalEntry(sequence: 1, at: .epoch, source: "datacenter", event: event))
        #expect(
            line.description == "{\"sequence\":1,\"at\":0,\"source\":\"datacenter\","
                + "\"kind\":\"machine.power\",\"subject\":\"node-1\",\"fields\":{\"state\":\"on\"}}"
        )
    }
}
