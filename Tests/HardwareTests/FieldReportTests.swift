import Hardware
import Testing

@Suite("Faults")
struct FieldReportTests {
    @Test("each tell in a sentence what was seen in the field, and where to read it")
    func reports() {
        for fault in HardwareFault.allCases {
            let report = fault.report
            #expect(report.sentence.hasSuffix("."), "\(fault.rawValue)")
            #expect(report.sentence.split(separator: " ").count > 5, "\(fault.rawValue)")
            #expect(report.address.hasPrefix("http"), "\(fault.rawValue)")
            #expect(report.address.contains("/"), "\(fault.rawValue)")
        }
    }

    @Test("have names of lower-case words and figures, as scenario files write them")
    func names() {
        for fault in HardwareFault.allCases {
            #expect(
                fault.rawValue.allSatisfy { $0.isLowercase || $0.isNumber || $0 == "-" },
                "\(fault.rawValue)")
        }
    }

    @Test("have sentences of their own")
    func distinct() {
        let sentences = Set(HardwareFault.allCases.map(\.report.sentence))
        #expect(sentences.count == HardwareFault.allCases.count)
    }

    @Test("of a site tell it too", arguments: SiteFault.allCases)
    func sites(fault: SiteFault) {
        #expect(fault.report.sentence.hasSuffix("."))
        #expect(fault.report.address.hasPrefix("http"))
    }
}
