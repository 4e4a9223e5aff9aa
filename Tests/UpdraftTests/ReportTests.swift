import Foundation
import FoundationXML
import Testing

@Suite("What a run reports", .enabled(if: Updraft.isBuilt, Updraft.absence))
struct ReportTests {
    private let folder = TemporaryFolder()

    private func scenario() throws -> String { try folder.write(ScenarioText()) }

    private func object(_ text: String) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    @Test("with --json is one document, which says what the verdict's line says")
    func json() throws {
        let ending = try Updraft.run("run", try scenario(), "--seed", "3", "--json")
        #expect(ending.status == 0, "\(ending)")
        let report = try object(ending.output)
        let verdict = try #require(report["verdict"] as? [String: Any])
        let line = try #require(ending.messageLines.last { $0.hasPrefix("verdict: passed") })
        #expect(verdict["outcome"] as? String == "passed")
        #expect(verdict["seed"] as? Int == 3)
        let trace = try #require(verdict["trace"] as? String)
        #expect(line.contains("trace \(trace)  machines 2"))
        let seconds = try #require(verdict["virtualSeconds"] as? Double)
        #expect(600...86_400 ~= seconds)
        #expect((report["story"] as? [[String: Any]])?.isEmpty == false)
        #expect((report["phases"] as? [[String: Any]])?.first?["beganSeconds"] is Double)
    }

    @Test("with --json of several runs is an array in the order of the seeds")
    func severalAsJSON() throws {
        let ending = try Updraft.run(
            "run", try scenario(), "--seeds", "1..3", "--json", "--jobs", "2")
        let reports = try #require(
            try JSONSerialization.jsonObject(with: Data(ending.output.utf8)) as? [[String: Any]])
        let seeds = reports.compactMap { ($0["verdict"] as? [String: Any])?["seed"] as? Int }
        #expect(seeds == [1, 2, 3])
    }

    @Test("of several runs stands in the order of the seeds, whichever ends first")
    func order() throws {
        let ending = try Updraft.run("run", try scenario(), "--seeds", "1..5", "--jobs", "2")
        let seeds = ending.lines.compactMap { $0.firstMatch(of: #/  seed (\d+)  /#)?.1 }
        #expect(seeds == ["1", "2", "3", "4", "5"])
        #expect(ending.lines.last == "summary: 5 runs, 5 passed, 0 failed")
    }

    @Test("of several runs ends with how to see those that failed again")
    func failures() throws {
        let file = try folder.write(.short)
        let ending = try Updraft.run("run", file, "--seeds", "1..2")
        #expect(ending.status == 2)
        let last = ending.lines.suffix(6)
        #expect(last.first == "failed:")
        #expect(last.contains("  seed 1: updraft run \(file) --seed 1 --schedule shuffle"))
        #expect(last.contains("  seed 2: updraft run \(file) --seed 2 --schedule shuffle"))
        #expect(last.filter { $0.hasPrefix("    virtual-time: ") }.count == 2, "\(last)")
        #expect(last.last == "summary: 2 runs, 0 passed, 2 failed")
    }

    @Test("with --junit is well-formed XML with one case for each run")
    func junit() throws {
        let file = try scenario()
        let bad = try folder.write(.short)
        _ = try Updraft.run(
            "run", file, bad, "--seeds", "1..2", "--junit", folder.path("junit.xml"))
        let elements = ElementCount()
        let parser = XMLParser(data: Data(try folder.text(of: "junit.xml").utf8))
        parser.delegate = elements
        #expect(parser.parse())
        #expect(elements.counts == ["testsuite": 1, "testcase": 4, "failure": 2])
    }

    @Test("with --junit tells of runs that were interrupted, or never begun, as skipped")
    func interruptedJUnit() throws {
        let running = try Updraft.start([
            "run", try folder.write(.endless), "--seeds", "1..3", "--jobs", "1", "--junit",
            folder.path("junit.xml"),
        ])
        #expect(Waiting.until { !running.children.isEmpty })
        kill(running.identifier, SIGINT)
        #expect(running.finish().status == 130)
        let elements = ElementCount()
        let parser = XMLParser(data: Data(try folder.text(of: "junit.xml").utf8))
        parser.delegate = elements
        #expect(parser.parse())
        #expect(elements.counts == ["testsuite": 1, "testcase": 3, "skipped": 3])
    }

    @Test("with --report is kept for people and for machines, with the whole journal")
    func folderOfOne() throws {
        let ending = try Updraft.run(
            "run", try scenario(), "--seed", "3", "--report", folder.path("kept"))
        let text = try folder.text(of: "kept/report.txt")
        #expect(text == ending.output)
        let report = try object(try folder.text(of: "kept/report.json"))
        #expect((report["verdict"] as? [String: Any])?["outcome"] as? String == "passed")
        let journal = try folder.text(of: "kept/journal.jsonl").split(separator: "\n")
        let numbers = try journal.map { try object(String($0))["sequence"] as? Int }
        #expect(numbers == Array(1...journal.count).map(Optional.some))
    }

    @Test("with --report of several runs has a folder for each")
    func foldersOfSeveral() throws {
        _ = try Updraft.run(
            "run", try scenario(), "--seeds", "1..2", "--report", folder.path("kept"))
        for seed in 1...2 {
            #expect(try !folder.text(of: "kept/minimal-\(seed)/report.json").isEmpty)
        }
    }

    @Test("tells people what happened, in order, and shows no progress where nobody looks")
    func story() throws {
        let ending = try Updraft.run("run", try scenario(), "--seed", "3")
        let told = [
            "what happened", "introspection begins", "hands the cloud over",
            "the operator switches the seed off", "controller-0 is up on",
            "endpoints are registered",
        ]
        let places = told.map { ending.output.range(of: $0)?.lowerBound }
        #expect(!places.contains(nil), "\(ending.output)")
        #expect(places.compactMap { $0 } == places.compactMap { $0 }.sorted())
        #expect(!ending.messages.contains("\u{1b}"))
    }

    /// Counts a document's elements by name.
    private final class ElementCount: NSObject, XMLParserDelegate {
        var counts: [String: Int] = [:]

        func parser(
            _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
            qualifiedName: String?, attributes: [String: String]
        ) { counts[name, default: 0] += 1 }
    }
}
