import Testing

@testable import Redfish

@Suite("JSON")
struct JSONTests {
    @Test(
        "What was read is written as it was",
        arguments: [
            "null", "true", "[1,-2,0]", "{\"b\":1,\"a\":{\"c\":[]}}", "1.5",
            "\"\\u0001\\n\\\"\\\\\"",
            "\"\u{1F600}ü\"", "{}", "9223372036854775807",
        ])
    func roundTrip(text: String) throws {
        #expect(try JSON(parsing: Array(text.utf8)).description == text)
    }

    @Test(
        "What RFC 8259 does not allow is refused",
        arguments: [
            "", "01", "1.", ".5", "+1", "[1,]", "{\"a\":1,}", "{a:1}", "'a'", "nul", "NaN",
            "\"\\x\"", "\"\\ud800\"", "\"\u{01}\"", "[1] 2", "1e999", "\"a", "{\"a\" 1}", "-",
        ])
    func refused(text: String) {
        #expect(throws: JSONError.self) { try JSON(parsing: Array(text.utf8)) }
    }

    @Test("Bytes that are no UTF-8 are refused")
    func noText() {
        #expect(throws: JSONError.self) { try JSON(parsing: [0x22, 0xFF, 0x22]) }
    }

    @Test("A surrogate pair is one character")
    func surrogates() throws {
        #expect(try JSON(parsing: Array("\"\\ud83d\\ude00\"".utf8)) == .text("\u{1F600}"))
    }

    @Test("Lists inside each other end at a bound")
    func depth() {
        let bytes = [UInt8](repeating: UInt8(ascii: "["), count: 100_000)
        #expect(throws: JSONError.tooDeep) { try JSON(parsing: bytes) }
    }

    @Test(
        "Dates go both ways",
        arguments: [0, 951_782_399, 951_782_400, 1_700_000_000, 4_102_444_800])
    func dates(seconds: Int64) {
        #expect(RedfishTime.sinceEpoch(RedfishTime.text(.seconds(seconds))) == .seconds(seconds))
    }

    @Test("A date's zone and fraction are understood")
    func zones() {
        #expect(RedfishTime.text(.seconds(951_782_400)) == "2000-02-29T00:00:00Z")
        #expect(RedfishTime.sinceEpoch("2000-02-29T02:00:00.123+02:00") == .seconds(951_782_400))
        #expect(RedfishTime.sinceEpoch("2000-02-28T19:00-05:00") == .seconds(951_782_400))
        for text in ["2000-02-29 02:00:00Z", "2000-02-29T02:00:00", "2000-02-29T02:00:0", "now"] {
            #expect(RedfishTime.sinceEpoch(text) == nil)
        }
    }
}
