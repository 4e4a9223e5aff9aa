import Documents
import Facts
import Foundation
import SimulatedBenchmarks
import Testing

@testable import Outliers

#if canImport(FoundationXML)
    import FoundationXML
#endif

struct ReportTests {
    private static let made = SimulatedFleet(
        FleetSpecification(machines: 60, sick: 0.05, spreads: 15, shape: .bimodal), seed: 4)
    private static let fleet = BenchmarkedFleet(
        made.documents,
        unreadable: [.init(origin: "cut.hw", line: 3, column: 9, message: "<a text does not end>")])

    private static let reports = [
        BenchmarkReport(fleet, .robust(RobustReport(fleet))),
        BenchmarkReport(fleet, .cardiff(CardiffReport(fleet)), group: 0),
        BenchmarkReport(BenchmarkedFleet([]), .robust(RobustReport(BenchmarkedFleet([])))),
    ]

    @Test("pages are well-formed and name the sick", arguments: 0..<3)
    func pages(index: Int) throws {
        let html = Self.reports[index].html
        let text = html.replacingOccurrences(of: "<!DOCTYPE html>\n", with: "")
        let parser = XMLParser(data: Data(text.utf8))
        #expect(parser.parse(), "\(String(describing: parser.parserError))")
        guard index == 0 else { return }
        #expect(Self.made.sick.allSatisfy { html.contains(">\($0)</text>") })
        #expect(html.contains("disk sda rev"))
    }

    @Test("JSON is JSON and says what the tables say", arguments: 0..<3)
    func json(index: Int) throws {
        let report = Self.reports[index]
        let document = try DocumentValue(json: report.json)
        #expect(document["machines"]?.integer == report.fleet.machines.count)
        #expect(report.hasFindings == (index != 2))
        guard index == 0 else { return }
        let sick = (document["verdicts"]?.list ?? []).filter { $0["verdict"]?.string == "sick" }
        let names = Set(sick.compactMap { $0["machine"]?.string })
        #expect(names.isSuperset(of: Self.made.sick))
        #expect(report.text.contains("cut.hw cannot be read: cut.hw:3:9"))
    }

    @Test("drift names machines that lost, and tells groups' changes of the group")
    func drift() throws {
        func fleet(_ scale: (Int) -> Double) -> BenchmarkedFleet {
            BenchmarkedFleet(
                (0..<20).map { place in
                    let value = Double(5_000 + (place * 7_919) % 900) * scale(place)
                    return FactDocument(
                        origin: "\(place)",
                        facts: [
                            Fact("system", "product", "serial", "M\(10 + place)"),
                            Fact("disk", "sda", "standalone_read_1M_KBps", "\(value)"),
                        ])
                })
        }
        let noise = { (place: Int) in 0.9 + Double((place * 31) % 7) / 1_000 }
        let drift = DriftReport(
            fleet { $0 == 7 ? 0.7 : noise($0) }, against: fleet { _ in 1 })
        #expect(drift.slower.map(\.machine) == ["M17"])
        #expect(drift.shifts.count == 1)
        #expect(abs((drift.shifts.first?.effect ?? 0) + 0.097) < 0.01)
        let report = BenchmarkReport(
            fleet { _ in 1 }, .robust(RobustReport(fleet { _ in 1 })), drift: drift)
        #expect(report.text.contains("M17: standalone_read_1M_KBps of sda went to 70"))
    }
}
