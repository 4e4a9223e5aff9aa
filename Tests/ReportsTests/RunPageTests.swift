import BareMetal
import Foundation
import FoundationXML
import Hardware
import Testing
import World

@testable import Harness
@testable import Reports

@Suite("A run's page")
struct RunPageTests {
    /// The elements of a page, or of a picture in it, by name; nil where it is not well-formed.
    private static func elements(_ markup: String) -> [String: Int]? {
        let counter = ElementCounter()
        let parser = XMLParser(data: Data(markup.utf8))
        parser.delegate = counter
        return parser.parse() ? counter.counts : nil
    }

    @Test("is the same, byte by byte, for the same run, and tells no time of ours")
    func same() {
        let page = HandMadeRun.healed.page().html
        #expect(page == HandMadeRun.healed.page().html)
        #expect(!page.contains("1.23"))
    }

    @Test("has in its markup, without any script, the verdict, the command and the pictures")
    func plain() throws {
        let page = HandMadeRun.healed.page().html
        let still = page.prefix(upTo: try #require(page.range(of: "<script")).lowerBound)
        for text in [
            "Passed", "Does it work?", "updraft run &#39;hand-made.yaml&#39; --seed 7",
            "The run over time", "What the end waited for", "compute-0", "no word for 15 min",
            "noticing a dead server", "Servers up", "0:03:50",
        ] { #expect(still.contains(text), "\(text)") }
    }

    @Test("is well-formed and has one section for each thing there is to tell")
    func structure() throws {
        let page = HandMadeRun.healed.page().html
        let start = try #require(page.range(of: "<main")).lowerBound
        let end = try #require(page.range(of: "</main>")).upperBound
        let counts = try #require(Self.elements(String(page[start..<end])))
        #expect(counts["section"] == 6 && counts["h1"] == 1)
        #expect(counts["svg", default: 0] >= 3)
    }

    @Test("asks for nothing from anywhere")
    func alone() {
        let page = HandMadeRun.healed.page().html
            .replacingOccurrences(of: "http://www.w3.org/2000/svg", with: "")
        for text in ["http://", "https://", "src=", "@import", "url("] {
            #expect(!page.contains(text), "\(text)")
        }
        #expect(page.contains("default-src 'none'"))
    }

    @Test("of a violation says what must hold and what was told of its subject before")
    func violation() {
        var run = HandMadeRun.healed
        run.tell(at: 740, MachineEvent.powerCommand("a-1", .on), by: "a-2/replica")
        run.tell(at: 760, MachineEvent.power("a-1", .on))
        let violation = Violation(
            checker: "one-owner", at: HandMadeRun.moment(750), subject: "a-1",
            message: "It has two.")
        let page = run.page(run.report(.unsafe, violations: [violation])).html
        #expect(page.contains("Failed: unsafe") && page.contains("It has two."))
        #expect(page.contains(CheckerRules.rule(of: "one-owner")))
        #expect(page.contains("0:12:20.000") && page.contains("bmc.power"))
        #expect(!page.contains("0:12:40.000"))
        #expect(page.contains("data-opens=\"7500\""))
        #expect(page.contains("updraft explain &#39;hand-made.yaml&#39;"))
    }

    @Test("of a run that did not converge says when, for want of what, and whom to ask about")
    func unconverged() {
        var run = HandMadeRun.healed
        run.node("a-2", [1: .enroll, 900: .cleaning])
        let missing = ["the node is still 'cleaning': a-2", "nobody leads it: undercloud"]
        let page = run.page(run.report(.unconverged, missing: missing)).html
        #expect(page.contains("Failed: did not converge"))
        #expect(page.contains("At 0:16:40 it was given up, for want of 2 things"))
        #expect(page.contains("--schedule shuffle a-2</code>"))
    }

    @Test("of a run that was stopped says so, and tells what there was")
    func interrupted() {
        let run = HandMadeRun.healed
        let page = run.page(run.report(.interrupted, seconds: 500)).html
        #expect(page.contains("Interrupted") && page.contains("after 0:08:20"))
    }

    @Test("takes less than five megabytes for a thousand machines that did much")
    func size() {
        let racks = (0..<25).map { rack in
            RackContents(
                rack: RackName("rack-\(rack)"),
                machines: (0..<40).map { MachineName("rack-\(rack)-u\($0)") })
        }
        var run = HandMadeRun(racks: racks)
        for (index, machine) in racks.flatMap(\.machines).enumerated() {
            for round in 0..<40 {
                let time = Double(index + round * 300)
                run.commit(
                    at: time,
                    HandMadeRun.node(
                        NodeName(machine.text), round % 2 == 0 ? .cleaning : .available))
                run.tell(at: time, MachineEvent.power(machine, round % 2 == 0 ? .on : .off))
            }
        }
        let page = run.page(run.report(seconds: 14_000)).html
        #expect(page.utf8.count < 5_000_000, "\(page.utf8.count)")
    }

    @Test("of a scenario's own words has the comment at its top, paragraph by paragraph")
    func question() {
        let text = "# One question.\n#\n# Why it\n# exists.\nscenario: x\n# not this\n"
        #expect(LeadingComment.text(of: text) == "One question.\n\nWhy it exists.")
        #expect(LeadingComment.text(of: "scenario: x\n") == "")
    }

    @Test("knows the rule of every checker", arguments: CheckerPanel.names)
    func rules(checker: CheckerName) {
        #expect(!CheckerRules.rule(of: checker.text).isEmpty)
    }

    /// Counts a document's elements by name.
    private final class ElementCounter: NSObject, XMLParserDelegate {
        var counts: [String: Int] = [:]

        func parser(
            _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
            qualifiedName: String?, attributes: [String: String]
        ) { counts[name, default: 0] += 1 }
    }
}
