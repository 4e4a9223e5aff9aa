import ArgumentParser
import Explorer
import Foundation
import Glibc
import Hardware
import Harness
import World

/// `updraft gate Scenarios/fast --time 10m`
struct GateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "gate",
        abstract: "What continuous integration calls: as many telling runs as the time allows.",
        discussion: """
            Takes the scenarios of a folder and the failures that are kept in it, runs until time \
            is up, and says how sure one may be:

              updraft gate Scenarios/fast --time 10m
              updraft gate Scenarios --time 10m --jobs 4 --junit gate.xml --corpus found

            Kept failures come first, as corpus check runs them. Then every scenario has its turn, \
            with faults and schedules drawn as explore draws them, and the more runs the more a \
            second of it has told of late: a failure, or a state that a fault had not met yet. \
            Seeds go on from --seed, which is drawn and told where it is not given.

            Known failures can be let pass for a while by the folder's quarantine.yaml:

              quarantine:
                - signature: "one-owner: # has two owners"
                  until: 2026-12-31
                  reason: "the conductor's locks, issue 12"

            Its entries are told of at every gate, and fail it once their day is over.

            Exit status: 0 nothing failed; 1 a safety check failed, or a planted bug was not met; \
            2 a run did not converge, 3 not deterministic, 64 bad usage or a bad file, \
            70 a run crashed or took too much, 130 interrupted.
            """
    )

    @Argument(help: "A folder of scenarios and kept failures.", completion: .directory)
    var folder: String

    @Option(help: ArgumentHelp("End after this time, as 90s or 10m.", valueName: "time"))
    var time = TimeOption(.seconds(600))

    @Option(help: "The first seed. Drawn and told where it is not given.")
    var seed: UInt64?

    @Option(help: "Keep new failures in this folder, a file each.")
    var corpus: String?

    @Option(help: "Write the results as JUnit XML to this file.", completion: .file())
    var junit: String?

    @Flag(help: "One JSON document on standard output.")
    var json = false

    @OptionGroup var options: SearchOptions

    func run() async throws {
        let (entries, files) = try split(CorpusFiles.list(folder))
        let scenarios = files.isEmpty ? [] : try ScenarioFiles.read(files)
        let quarantine = try QuarantineFile.read(in: folder)
        try RunOutputs(report: nil, junit: junit, inputs: files).check()
        let kept = try corpus.map { try CorpusFolder(making: $0) }
        let first = seed ?? UInt64.random(in: 1...UInt64(UInt32.max))
        Signals.watch()
        let gate = GateRun(
            scenarios: try scenarios.map { ($0, try SearchFiles.text(of: $0.file)) },
            entries: entries, quarantine: quarantine, firstSeed: first, day: Self.today,
            folder: kept, loop: ProbeLoop(options.prober(), width: options.width),
            deadline: Deadline(time.duration))
        let report = try await gate.run()
        if let junit { try SearchFiles.write(report.junit, to: junit) }
        if json {
            StandardOutput.print(try SearchFiles.json(report))
        } else {
            StandardOutput.print(report.lines)
        }
        try StandardOutput.check()
        if Signals.wantEnd { throw ExitStatus.interrupted }
        throw report.exitCode
    }

    /// Kept failures, and plain scenarios.
    private func split(_ files: [String]) throws -> (entries: [String], scenarios: [String]) {
        let scenarios = files.filter { !isPartOfScenarios($0) }
        var (entries, plain) = ([String](), [String]())
        for file in scenarios {
            let text = try SearchFiles.text(of: file)
            if CorpusReader.isEntry(text) { entries.append(file) } else { plain.append(file) }
        }
        return (entries, plain)
    }

    /// Inventories and templates lie beside scenarios.
    private func isPartOfScenarios(_ file: String) -> Bool {
        file.contains("/inventories/") || file.contains("/templates/")
    }

    /// As `2026-12-31`, in the time of Greenwich.
    private static var today: String {
        String(WallTime(sinceEpoch: .seconds(Glibc.time(nil))).iso8601.prefix(10))
    }
}
