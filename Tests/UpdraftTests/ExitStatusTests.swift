import Foundation
import Testing

@Suite("The command line's exit status", .enabled(if: Updraft.isBuilt, Updraft.absence))
struct ExitStatusTests {
    private let folder = TemporaryFolder()

    private func run(_ scenario: ScenarioText, _ options: String...) throws -> Ending {
        let file = try folder.write(scenario)
        let running = try Updraft.start(["run", file, "--seed", "3"] + options, in: folder.url)
        return running.finish()
    }

    @Test("is 0 for a run that passes, whose last line keeps its form")
    func passed() throws {
        let ending = try run(ScenarioText())
        #expect(ending.status == 0, "\(ending)")
        let form =
            #/
            verdict:\ passed\ \ scenario\ minimal\ \ seed\ 3\ \ trace\ [0-9a-f]{16}
            \ \ machines\ 2\ \ virtual\ \d+:\d\d:\d\d\ \ wall\ \d+\.\d\ds
            /#
        #expect(ending.lines.last?.wholeMatch(of: form) != nil, "\(ending.output)")
        #expect(ending.messageLines.first?.hasPrefix("replay: updraft run ") == true)
    }

    @Test("is 1 where another checker than the one named reports a planted bug")
    func wrongChecker() throws {
        let ending = try run(
            ScenarioText("rogue", "bug: rogue-power-off\ncaught-by: one-leader"))
        #expect(ending.status == 1, "\(ending)")
        #expect(ending.output.contains("reported it instead of one-leader"))
        #expect(ending.lines.last?.hasPrefix("verdict: failed  scenario rogue  seed 3") == true)
    }

    @Test("is 2 where there is no time to converge")
    func unconverged() throws {
        let ending = try run(.short)
        #expect(ending.status == 2, "\(ending)")
        #expect(ending.output.contains("not as it should be:"))
        #expect(ending.output.contains("replay: updraft run "))
    }

    @Test("is 3 where the same seed gives two runs, which are shown side by side")
    func undetermined() throws {
        let file = Updraft.fixtures.appending(path: "order-leaks.yaml").path()
        let ending = try Updraft.run("run", file, "--seed", "3", "--verify-determinism")
        #expect(ending.status == 3, "\(ending)")
        #expect(ending.messages.contains("not deterministic: updraft run \(file) --seed 3"))
        for process in ["seeded", "fixed"] {
            let line = ending.messageLines.first { $0.contains("  \(process): ") }
            #expect(line?.contains("patrol  machine-") == true, "\(ending.messages)")
        }
        #expect(ending.lines.last?.hasPrefix("verdict: failed  scenario order-leaks") == true)
    }

    @Test("is 0 where the same seed gives the same run in two processes")
    func determined() throws {
        let ending = try run(ScenarioText(), "--verify-determinism")
        #expect(ending.status == 0, "\(ending)")
    }

    @Test("is 64 for bad files, each of whose problems is told before anything runs")
    func badFiles() throws {
        let first = try folder.write(
            ScenarioText("first", "colour: blue\nlimits: { heal: 5 }"))
        let missing = folder.path("missing.yaml")
        let good = try folder.write(ScenarioText())
        let ending = try Updraft.run("run", good, first, missing)
        #expect(ending.status == 64)
        #expect(ending.output.isEmpty)
        #expect(ending.messageLines.filter { $0.hasPrefix("\(first):") }.count == 2, "\(ending)")
        #expect(ending.messageLines.contains { $0.hasPrefix(missing) })
        #expect(ending.messageLines.last == "3 problems in 3 files; nothing was run")
    }

    @Test(
        "is 64 for bad usage",
        arguments: [
            [], ["--seed", "x"], ["--seed", "1", "--seeds", "1..2"], ["--seeds", "9..1"],
            ["--jobs", "0"], ["--schedule", "random"], ["--colour"],
        ])
    func badUsage(options: [String]) throws {
        let files = options.isEmpty ? [] : [try folder.write(ScenarioText())]
        let ending = try Updraft.start(["run"] + files + options).finish()
        #expect(ending.status == 64, "\(ending)")
        #expect(ending.output.isEmpty)
        #expect(!ending.messages.isEmpty)
    }

    @Test("is 70 for a run whose process dies, and says how to see it again")
    func crashed() throws {
        let file = try folder.write(.endless)
        let running = try Updraft.start(["run", file, "--seed", "3"], in: folder.url)
        let child = try #require(Waiting.first { running.children.first })
        kill(child, SIGTRAP)
        let ending = running.finish()
        #expect(ending.status == 70, "\(ending)")
        #expect(ending.messages.contains("internal failure: "))
        #expect(ending.messages.contains("replay: updraft run \(file) --seed 3"))
        #expect(ending.output.isEmpty)
    }

    @Test(
        "is 70 where the disk is too full for what was asked for",
        arguments: [
            ["--help"], ["--version"], ["run", "--help"], ["list"], ["list", "--faults"],
            ["list", "--json"], ["validate", "Scenarios/minimal.yaml"],
            ["node", "import", "--dry-run", "Scenarios/inventories/three-racks.json"],
            ["node", "import", "--dry-run", "--json", "Scenarios/inventories/three-racks.json"],
        ])
    func full(arguments: [String]) throws {
        let ending = try Updraft.runOnFullDisk(arguments)
        #expect(ending.status == 70, "\(ending)")
        #expect(ending.messages.contains("standard output: cannot be written to"))
    }

    @Test("is nobody's once the command itself is gone: its runs end with it")
    func orphaned() throws {
        let file = try folder.write(.endless)
        let running = try Updraft.start(["run", file, "--seed", "3"], in: folder.url)
        let child = try #require(Waiting.first { running.children.first })
        kill(running.identifier, SIGKILL)
        _ = running.finish()
        #expect(Waiting.until { kill(child, 0) != 0 })
    }

    @Test("is 64 where a report cannot be written, and nothing is run")
    func unwritable() throws {
        let blocked = try folder.write("", to: "blocked")
        let ending = try run(ScenarioText(), "--report", "\(blocked)/report")
        #expect(ending.status == 64, "\(ending)")
        #expect(ending.messages.contains("cannot be written"))
    }

    @Test("is 64 where a report would replace a device, or the scenario itself")
    func irreplaceable() throws {
        let file = try folder.write(ScenarioText())
        let text = try folder.text(of: URL(filePath: file).lastPathComponent)
        for (place, reason) in [("/dev/null", "no plain file"), (file, "the scenario")] {
            let ending = try Updraft.start(["run", file, "--seed", "3", "--junit", place]).finish()
            #expect(ending.status == 64, "\(ending)")
            #expect(ending.messages.contains(reason), "\(ending)")
        }
        #expect(try folder.text(of: URL(filePath: file).lastPathComponent) == text)
    }

    @Test("is 130 for a run that is interrupted, whose journal is kept in whole lines")
    func interrupted() throws {
        let file = try folder.write(.endless)
        let report = folder.path("report")
        let running = try Updraft.start(
            ["run", file, "--seed", "3", "--report", report], in: folder.url)
        let size = { try? Data(contentsOf: URL(filePath: "\(report)/journal.jsonl")).count }
        #expect(Waiting.until { (size() ?? 0) > 0 })
        kill(running.identifier, SIGINT)
        let ending = running.finish()
        #expect(ending.status == 130, "\(ending)")
        #expect(ending.lines.last?.hasPrefix("verdict: interrupted  scenario endless") == true)
        let journal = try folder.text(of: "report/journal.jsonl")
        #expect(journal.hasSuffix("}}\n"))
        for line in journal.split(separator: "\n") {
            #expect((try? JSONSerialization.jsonObject(with: Data(line.utf8))) != nil, "\(line)")
        }
    }

    @Test("is 130 also where no report was asked for, and the journal is kept all the same")
    func interruptedWithoutReport() throws {
        let file = try folder.write(.endless)
        let running = try Updraft.start(["run", file, "--seed", "3"], in: folder.url)
        #expect(Waiting.until { !running.children.isEmpty })
        // The child is there; that it runs already cannot be seen from outside, nor need it.
        kill(running.identifier, SIGINT)
        let ending = running.finish()
        #expect(ending.status == 130, "\(ending)")
    }
}
