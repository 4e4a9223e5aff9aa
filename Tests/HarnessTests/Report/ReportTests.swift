import BareMetal
import Foundation
import Hardware
import Testing
import Undercloud
import World

@testable import Harness

@Suite("Reports")
struct ReportTests {
    private func report(
        spoilt: Bool = false, watchers: [any RunWatcher] = []
    ) throws -> RunReport {
        let testbed = FakeTestbed()
        testbed.cloud = .whole
        testbed.at(0, tell: FlowEvent.phase(.enrolment))
        testbed.at(1, commit: Sample.ring(["a": 1]))
        testbed.at(1, commit: Sample.node())
        let locked = Sample.node("node-1", .verifying, lockedBy: Sample.lock("a#1"))
        testbed.at(10, commit: locked)
        testbed.at(40, commit: Sample.node("node-1", spoilt ? .active : .manageable))
        testbed.at(60, tell: FlowEvent.phase(.operation))
        testbed.deploy(at: 600)
        testbed.tick(every: 30, until: 4000)
        let parameters = RunParameters(scenario: try .sample(), seed: 7, schedule: .fifo)
        let surroundings = RunSurroundings(wall: { .seconds(1) }, interruption: { .none })
        return Runner(parameters, on: testbed, in: surroundings, watchers: watchers).run()
    }

    @Test("for people tell phases, what held them up, and end with the verdict")
    func text() throws {
        let report = try report()
        let lines = TextReport.text(of: report).split(separator: "\n").map(String.init)
        #expect(lines.contains { $0.contains("enrolment  0:00:00  0:01:00") })
        #expect(lines.contains { $0.contains("enrolment: node-1: verifying 0:00:30") })
        #expect(lines.contains("  nodes: 1 manageable"))
        #expect(lines.last == report.verdict.line)
    }

    @Test("for people show a violation with the journal before it and how to see it again")
    func violation() throws {
        let text = TextReport.text(of: try report(spoilt: true))
        #expect(text.contains("violation: legal-transition at 0:00:40: node-1"))
        #expect(text.contains("datacenter  flow.phase  enrolment"))
        #expect(text.contains("replay: updraft run sample.yaml --seed 7 --schedule fifo"))
    }

    @Test("pass from one process to another unchanged")
    func transfer() throws {
        let report = try report(spoilt: true)
        #expect(JSONReport.received(JSONReport.transfer(report).utf8) == report)
        #expect(JSONReport.received("{".utf8) == nil)
    }

    @Test("for machines say how it ended, in words that do not change")
    func json() throws {
        struct Shape: Decodable {
            struct Verdict: Decodable {
                let outcome: String
                let seed: UInt64
            }
            let verdict: Verdict
        }
        let text = JSONReport.text(of: try report(spoilt: true))
        let shape = try JSONDecoder().decode(Shape.self, from: Data(text.utf8))
        #expect(shape.verdict.outcome == "unsafe")
        #expect(shape.verdict.seed == 7)
    }

    @Test("for continuous integration are well-formed, one case for each run")
    func junit() throws {
        let results: [JUnitCase.Result] = [
            .report(try report()), .report(try report(spoilt: true)),
            .broken(reason: "it left < no report"), .stopped,
        ]
        let text = JUnitReport.text(
            of: results.map { JUnitCase(scenario: "sample", seed: 7, result: $0) })
        #expect(
            text.contains("tests=\"4\" failures=\"1\" errors=\"1\" skipped=\"1\""))
        #expect(text.contains("<error message=\"it left &lt; no report\" type=\"no-report\">"))
        #expect(text.contains("<skipped message=\"it was stopped before it had"))
        #expect(XMLText.isBalanced(text))
        #expect(!text.contains("'deploying' & "))
    }

    @Test("for continuous integration can tell the worlds' time alone, and are the same each time")
    func simulatedJUnit() throws {
        let report = try report(spoilt: true)
        let run = JUnitCase(scenario: "sample", seed: 7, result: .report(report))
        let text = JUnitReport.text(of: [run], clock: .simulated)
        #expect(!text.contains("wall"))
        #expect(JUnitReport.text(of: [run]).contains("wall"))
        let seconds = report.verdict.virtual.duration.components.seconds
        #expect(text.contains("name=\"seed 7\" time=\"\(seconds)."))
    }

    @Test("keep a folder with the journal as it was told, line by line")
    func folder() throws {
        let path = FileManager.default.temporaryDirectory.path + "/updraft-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: path) }
        let folder = try ReportDirectory(path: path)
        let writer = try JournalWriter(path: folder.journalPath)
        try folder.write(try report(watchers: [writer]))
        let journal = try String(contentsOfFile: folder.journalPath, encoding: .utf8)
        #expect(journal.split(separator: "\n").count == 2)
        #expect(journal.hasSuffix("}}\n"))
        #expect(FileManager.default.fileExists(atPath: path + "/report.txt"))
        #expect(FileManager.default.fileExists(atPath: path + "/report.json"))
    }

    @Test("say where they cannot be written")
    func unwritable() {
        #expect(throws: ReportError.self) { try JournalWriter(path: "/nowhere/journal.jsonl") }
    }
}
