import Foundation
import Testing

@Suite("What explains a run", .enabled(if: Updraft.isBuilt, Updraft.absence))
struct ExplainTests {
    private let folder = TemporaryFolder()

    private func explain(_ scenario: ScenarioText, _ options: String...) throws -> Ending {
        let file = try folder.write(scenario)
        return try Updraft.start(["explain", file, "--seed", "3"] + options, in: folder.url)
            .finish()
    }

    private func object(_ text: String) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    @Test("answers for a node in use with its server, and with every state it was in")
    func deployed() throws {
        let ending = try explain(ScenarioText(), "machine-1")
        #expect(ending.status == 0, "\(ending)")
        #expect(ending.lines.first == "node machine-1: why is it not deployed?")
        #expect(ending.lines.dropFirst().first?.hasPrefix("  It is deployed: it carries ") == true)
        let way = ["enroll", "verifying", "inspecting", "cleaning", "available", "active"]
        for state in way {
            #expect(ending.lines.contains { $0.hasSuffix("  \(state)") }, "\(state) \(ending)")
        }
    }

    @Test("answers for a moment in the middle of the run")
    func moment() throws {
        let ending = try explain(ScenarioText(), "machine-1", "--at", "0:02:00", "--json")
        #expect(ending.status == 0, "\(ending)")
        let answer = try object(ending.output)
        #expect(answer["atSeconds"] as? Double == 120)
        #expect(answer["subject"] as? String == "node")
        #expect(answer["cause"] as? String != "deployed")
        #expect((answer["history"] as? [[String: Any]])?.isEmpty == false)
        let again = try explain(ScenarioText(), "machine-1", "--at", "2m", "--json")
        #expect(again.output == ending.output)
    }

    @Test("gives the same answer from the folder of a run's report")
    func report() throws {
        let file = try folder.write(.short)
        let out = folder.path("out")
        let run = try Updraft.start(
            ["run", file, "--seed", "3", "--report", out], in: folder.url
        ).finish()
        #expect(run.status == 2, "\(run)")
        let hint = "why: updraft explain \(file) --seed 3 --schedule shuffle NODE-OR-SERVER"
        #expect(run.output.contains(hint), "\(run.output)")
        let kept = try Updraft.start(["explain", out, "machine-1"], in: folder.url).finish()
        #expect(kept.status == 0, "\(kept)")
        let asked = try Updraft.start(
            ["explain", file, "--seed", "3", "--schedule", "shuffle", "machine-1"], in: folder.url
        ).finish()
        #expect(asked.output == kept.output)
    }

    @Test("names what can be asked about where nothing is called so")
    func unknown() throws {
        let ending = try explain(ScenarioText(), "machine-99")
        #expect(ending.status == 64)
        #expect(ending.output.isEmpty)
        #expect(ending.messages.contains("there is no node or server 'machine-99'"))
        #expect(ending.messages.contains("machine-1"))
    }

    @Test(
        "is 64 for bad usage",
        arguments: [
            ["machine-1"], ["--at", "soon", "machine-1"], ["--at", "1:99:00", "machine-1"],
        ])
    func badUsage(options: [String]) throws {
        let file = try folder.write(ScenarioText())
        let ending = try Updraft.start(["explain", file] + options, in: folder.url).finish()
        #expect(ending.status == 64, "\(ending)")
    }
}
