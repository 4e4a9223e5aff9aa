import Explorer
import Hardware
import Harness
import Testing

struct CorpusTests {
    private let signature = FailureSignature(check: "one-owner", message: "node # has two owners")

    private func entry() throws -> CorpusEntry {
        let probe = Probe(
            try Samples.text(Samples.buggy), origin: "buggy.yaml", seed: 7,
            schedule: .pct(depth: 4))
        return CorpusEntry(probe, signature, source: "Scenarios/a b.yaml", version: "0.1", times: 3)
    }

    @Test("An entry is read as it was written, and is a scenario by itself")
    func roundTrip() throws {
        let entry = try entry()
        let bytes = Array(entry.fileText.utf8)
        #expect(try CorpusReader.read(bytes, file: "buggy.yaml") == entry)
        let scenario = try ScenarioReader.read(
            bytes, file: "buggy.yaml", vocabulary: LocalProber.vocabulary)
        #expect(scenario.plantedBug?.name == "driver-cycles-power")
        #expect(CorpusReader.isEntry(try Samples.text(entry.fileText)))
        #expect(!CorpusReader.isEntry(try Samples.text(Samples.buggy)))
    }

    @Test(
        "What is wrong with an entry is told with its file, line and key",
        arguments: [
            ("format: 1", "format: 2", "found.format: found form 2, which another version"),
            ("format: 1", "format: one", "found.format: found 'one', expected"),
            ("seed: 7", "seed: [7]", "found.seed: found a list"),
            ("seed: 7", "seed: -7", "found.seed: found"),
            ("schedule: pct:4", "schedule: pct:99", "found.schedule: found 'pct:99'"),
            ("times: 3", "times: 0", "found.times: found"),
            ("times: 3", "tims: 3", "found.tims: unknown key 'tims'"),
            ("seed: 7\n", "\n", "found: missing key 'seed'"),
        ])
    func badInput(old: String, new: String, message: String) throws {
        let text = try entry().fileText.replacing(old, with: new)
        let problems = #expect(throws: InputProblems.self) {
            try CorpusReader.read(Array(text.utf8), file: "bad.yaml")
        }
        let told = problems?.description ?? ""
        #expect(told.contains(message), "\(told)")
        #expect(told.hasPrefix("bad.yaml:"))
    }

    @Test("A scenario that was kept for nothing is no entry")
    func noEntry() throws {
        let problems = #expect(throws: InputProblems.self) {
            try CorpusReader.read(Array(Samples.buggy.utf8), file: "plain.yaml")
        }
        #expect(problems?.description.contains("missing key 'found'") == true)
    }

    @Test("Entries of another version are told as such")
    func otherVersion() throws {
        var report = CorpusReport(version: "0.2")
        report.add("a.yaml", try entry(), .fixed)
        report.add("b.yaml", nil, .unreadable("b.yaml:1: found form 9"))
        #expect(report.lines.contains("fixed  a.yaml  (found by 0.1)"))
        #expect(
            report.lines.last == "corpus: 2 entries: 1 fixed, 1 unreadable; 1 of another version")
    }

    @Test(
        "What is wrong with a quarantine is told with its place",
        arguments: [
            ("quarantine: 7", "quarantine: found"),
            ("quarantin: []", "unknown key 'quarantin'"),
            (
                "quarantine:\n  - { signature: \"a: b\", until: never, reason: x }",
                "quarantine[0].until: found 'never', expected the last day"
            ),
            (
                "quarantine:\n  - { signature: nothing, until: 2026-12-31, reason: x }",
                "quarantine[0].signature"
            ),
            (
                "quarantine:\n  - { signature: \"a: b\", until: 2026-12-31 }",
                "missing key 'reason'"
            ),
        ])
    func quarantineProblems(text: String, message: String) {
        let problems = #expect(throws: InputProblems.self) {
            try QuarantineReader.read(Array(text.utf8), file: "quarantine.yaml")
        }
        #expect(problems?.description.contains(message) == true, "\(String(describing: problems))")
    }

    @Test("A quarantine lets its failures pass until its day is over")
    func quarantine() throws {
        let text =
            "quarantine:\n  - { signature: \"\(signature.text)\", until: 2026-12-31, reason: x }\n"
        let quarantine = try QuarantineReader.read(Array(text.utf8), file: "q")
        #expect(quarantine.covers(signature, of: "any", on: "2026-12-31"))
        #expect(!quarantine.covers(signature, of: "any", on: "2027-01-01"))
        let other = FailureSignature(check: "one-owner", message: "another")
        #expect(!quarantine.covers(other, of: "any", on: "2026-12-31"))
    }
}
