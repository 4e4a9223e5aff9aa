import Foundation
import FoundationXML
import Testing

@Suite("The pages of runs", .enabled(if: Updraft.isBuilt, Updraft.absence))
struct ReportPageTests {
    private let folder = TemporaryFolder()

    private func scenario() throws -> String { try folder.write(ScenarioText()) }

    @Test("are kept with --report, the same bytes for the same run")
    func same() throws {
        let file = try scenario()
        for kept in ["one", "two"] {
            _ = try Updraft.run("run", file, "--seed", "3", "--report", folder.path(kept))
        }
        for name in ["index.html", "junit.xml", "journal.jsonl"] {
            let one = try folder.text(of: "one/\(name)")
            #expect(try one == folder.text(of: "two/\(name)"), "\(name)")
        }
        let page = try folder.text(of: "one/index.html")
        #expect(page.contains("Passed") && page.hasSuffix("</html>\n"))
    }

    @Test("of several runs lead from one page to each run's own")
    func several() throws {
        let bad = try folder.write(.short)
        let ending = try Updraft.run(
            "run", try scenario(), bad, "--seeds", "1..2", "--report", folder.path("kept"))
        #expect(ending.status == 2)
        let page = try folder.text(of: "kept/index.html")
        #expect(page.contains("2 passed, 2 failed"))
        for name in ["minimal-1", "minimal-2", "short-1", "short-2"] {
            #expect(page.contains("href=\"\(name)/index.html\""))
            #expect(try folder.text(of: "kept/\(name)/index.html").hasSuffix("</html>\n"))
        }
        let reports = try JSONSerialization.jsonObject(
            with: Data(try folder.text(of: "kept/report.json").utf8))
        #expect((reports as? [Any])?.count == 4)
        #expect(XMLParser(data: Data(try folder.text(of: "kept/junit.xml").utf8)).parse())
    }

    @Test("of a run that somebody stopped tell what there was")
    func interrupted() throws {
        let running = try Updraft.start([
            "run", try folder.write(.endless), "--seed", "1", "--report", folder.path("kept"),
        ])
        #expect(
            Waiting.until {
                ((try? folder.text(of: "kept/journal.jsonl")) ?? "").utf8.count > 1000
            })
        kill(running.identifier, SIGINT)
        #expect(running.finish().status == 130)
        let page = try folder.text(of: "kept/index.html")
        #expect(page.contains("Interrupted") && page.hasSuffix("</html>\n"))
    }

    @Test("of a run that crashed say so, and how to see it again")
    func crashed() throws {
        let file = try folder.write(.endless)
        let running = try Updraft.start([
            "run", file, "--seed", "1", "--report", folder.path("kept"),
        ])
        #expect(Waiting.until { !running.children.isEmpty })
        for child in running.children { kill(child, SIGKILL) }
        #expect(running.finish().status == 70)
        let page = try folder.text(of: "kept/index.html")
        #expect(page.contains("signal 9") && page.contains("--seed 1 --schedule shuffle"))
    }
}
