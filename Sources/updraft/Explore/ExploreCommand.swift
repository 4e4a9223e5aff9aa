import ArgumentParser
import Explorer
import Foundation
import Hardware
import Harness

/// `updraft explore Scenarios/full-cloud.yaml --seeds 1..200 --corpus corpus`
struct ExploreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explore",
        abstract: "Looks for failures that nobody thought of.",
        discussion: """
            Every seed is one run of each scenario, with faults and a schedule that the seed draws \
            besides what the scenario says: some kinds of faults are on in a run and others off, \
            their places and moments are drawn, and schedules are fifo, shuffle and pct of several \
            depths. The same command finds the same:

              updraft explore Scenarios/minimal.yaml
              updraft explore Scenarios/fast/*.yaml --seeds 1..50 --time 10m --corpus corpus
              updraft shrink corpus/minimal-3f9a0c21.yaml
              updraft corpus check corpus

            Failures are grouped by their signature: who reported it and in which words, less the \
            names of machines, numbers and times. With --corpus each is kept in a file as soon as \
            it is found: a scenario with the drawn faults written out, the seed and the schedule. \
            Ctrl-C ends the search and keeps what was found.

            What a search may draw can be said in the scenario:

              explore: { faults: [power-loss, bmc-silent], budget: { faults: 3, members: 1 } }

            `budget` bounds the faults of a run, and the members of the undercloud that may be \
            gone at the same time; what it leaves is to heal. `budget: none` draws anything, and \
            has only safety judged.

            Exit status: 0 nothing failed but planted bugs, which were all met; 1 a safety check \
            failed or a planted bug was not met, 2 a run did not converge, 3 not deterministic, \
            64 bad usage or a bad file, 70 a run crashed or took too much, 130 interrupted.
            """
    )

    @Argument(help: "Scenario files.", completion: .file(extensions: ["yaml"]))
    var scenarios: [String]

    @Option(help: "The seeds, as 1..100, or how many, as 100; each is a run of each scenario.")
    var seeds = SeedChoice(count: 100)

    @Option(
        help: ArgumentHelp("End after this time, as 90s or 10m.", valueName: "time"))
    var time: TimeOption?

    @Option(help: "Keep failures in this folder, a file each.")
    var corpus: String?

    @Flag(help: "One JSON document on standard output.")
    var json = false

    @OptionGroup var options: SearchOptions

    func run() async throws {
        let read = try ScenarioFiles.read(scenarios)
        guard !read.isEmpty else { return }
        let texts = try read.map { try SearchFiles.text(of: $0.file) }
        let folder = try corpus.map { try CorpusFolder(making: $0) }
        Signals.watch()
        let search = ExploreRun(
            scenarios: Array(zip(read, texts)), seeds: seeds.seeds, folder: folder,
            loop: ProbeLoop(options.prober(), width: options.width),
            deadline: Deadline(time?.duration))
        let report = try await search.run()
        if json {
            StandardOutput.print(try SearchFiles.json(report))
        } else {
            StandardOutput.print(report.lines)
        }
        try StandardOutput.check()
        if Signals.wantEnd { throw ExitStatus.interrupted }
        throw report.exitCode
    }
}
