import Testing
import World

@Suite("Identifiers")
struct IdentifierTests {
    @Test("are version-4 UUIDs of the variant that RFC 9562 defines")
    func identifiersAreUUIDs() throws {
        let pattern = #/[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/#
        for index in 0..<UInt64(200) {
            let identifier = Identifier(
                drawnFrom: Constant(word: index &* 0x9e37_79b9_7f4a_7c15)
            )
            #expect(try pattern.wholeMatch(in: identifier.text) != nil, "\(identifier)")
        }
    }

    @Test("keep every drawn bit but the six that name version and variant")
    func identifiersKeepTheirBits() {
        #expect(
            Identifier(drawnFrom: Constant(word: 0)).text == "00000000-0000-4000-8000-000000000000"
        )
        #expect(
            Identifier(drawnFrom: Constant(word: .max)).text
                == "ffffffff-ffff-4fff-bfff-ffffffffffff"
        )
    }

    private struct Constant: RandomSource {
        let word: UInt64

        func next() -> UInt64 { word }
        func branch(_ component: String) -> any RandomSource { self }
    }
}
