import Hardware
import Introspection
import Testing

@Suite("A ramdisk is doubted")
struct DoubtTests {
    private static let node = IntrospectedNode(bmc: BMCAddress(host: "10.0.0.9"), ports: [])

    private static func doubt(_ facts: MachineFacts, known: MachineFacts? = nil) -> String? {
        IntrospectionPolicy.doubt(about: facts, on: node, known: known)
    }

    @Test("where its machine has another controller, and both are named")
    func controller() {
        let doubt = Self.doubt(sampleFacts(bmcHost: "10.0.0.8"))
        #expect(doubt?.contains("10.0.0.9") == true)
        #expect(doubt?.contains("10.0.0.8") == true)
        #expect(Self.doubt(sampleFacts(bmcHost: "10.0.0.9")) == nil)
    }

    @Test("where memory, processors or an interface are gone since introspection")
    func losses() {
        let known = sampleFacts()
        #expect(
            Self.doubt(sampleFacts(memory: .mebibytes(8192)), known: known)?
                .contains("of memory") == true)
        #expect(
            Self.doubt(sampleFacts(processors: 4), known: known)
                == "the machine has 4 processors, introspection found 8")
        #expect(
            Self.doubt(sampleFacts(interfaces: []), known: known)?
                .contains("52:54:00:00:00:01") == true)
    }

    @Test("nowhere else: what is the same, or more, or found for the first time, is believed")
    func believed() {
        let known = sampleFacts()
        #expect(Self.doubt(known, known: known) == nil)
        #expect(Self.doubt(sampleFacts(memory: .mebibytes(32_768)), known: known) == nil)
        #expect(Self.doubt(sampleFacts(processors: 1)) == nil)
    }
}
