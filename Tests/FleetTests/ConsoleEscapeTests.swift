import Fleet
import Testing

@Suite("The end of a console")
struct ConsoleEscapeTests {
    @Test(
        "is found at the beginning of a line, and nowhere else",
        arguments: [
            ("~.", "", true), ("a~.", "a~.", false), ("a\r~.b", "a\r", true),
            ("~~.\r", "~.\r", false), ("~x", "~x", false), ("\n~\n~.", "\n~\n", true),
        ])
    func escape(_ input: String, _ typed: String, _ ends: Bool) {
        var whole = ConsoleEscape()
        let atOnce = whole.take(Array(input.utf8))
        #expect(String(decoding: atOnce.typed, as: UTF8.self) == typed)
        #expect(atOnce.ends == ends)

        var single = ConsoleEscape()
        var collected: [UInt8] = []
        var hasEnded = false
        for byte in input.utf8 where !hasEnded {
            let (part, ends) = single.take([byte])
            collected += part
            hasEnded = ends
        }
        #expect(String(decoding: collected, as: UTF8.self) == typed)
        #expect(hasEnded == ends)
    }
}
