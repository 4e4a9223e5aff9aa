import ArgumentParser
import Foundation
import Harness

/// `updraft run Scenarios/full-cloud.yaml --seed 7`
struct RunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Runs scenarios in simulated worlds and judges them.",
        discussion: """
            The same scenario, seed and schedule give the same run, to the last byte:

              updraft run Scenarios/minimal.yaml
              updraft run Scenarios/full-cloud.yaml --seed 7
              updraft run Scenarios/fast/*.yaml --seeds 1..100 --jobs 4
              updraft run Scenarios/full-cloud.yaml --seed 7 --verify-determinism
              updraft run Scenarios/full-cloud.yaml --seed 7 --json --report out

            The last line of one run is its verdict, that of several a summary. With --json that \
            line goes to standard error, and standard output has one object for one run and an \
            array for several. Times in it are decimal seconds since the run began, in keys that \
            end with Seconds; keys may come, and none goes or changes its meaning. In \
            journal.jsonl `at` is in nanoseconds.

            A scenario whose `needs` are not there is skipped, which standard error tells.

            Exit status: 0 passed, 1 a safety check failed, 2 did not converge, \
            3 not deterministic, 64 bad usage or a bad file, 70 internal failure, 130 interrupted.
            """
    )

    @Argument(help: "Scenario files.", completion: .file(extensions: ["yaml"]))
    var scenarios: [String]

    @Option(help: "The seed. Drawn and printed where neither this nor --seeds is given.")
    var seed: UInt64?

    @Option(help: "Consecutive seeds, as 1..100; each is a run of its own.")
    var seeds: SeedRange?

    @Option(help: "How many runs at the same time. Default: one for each processor.")
    var jobs: Int?

    @Option(
        help: ArgumentHelp(
            "How to choose among what is ready at the same moment: fifo, shuffle, or pct.",
            discussion: """
                pct gives every task a priority that changes now and then; pct:DEPTH says how many \
                orderings a bug may need (1 to 16, 3 where none is said).
                """))
    var schedule = RunSchedule.shuffle

    @Flag(help: "Run everything twice, with hashing seeded and not, and compare the traces.")
    var verifyDeterminism = false

    @Flag(help: "One JSON document on standard output, and no progress line.")
    var json = false

    @Option(help: "Write the results as JUnit XML to this file.", completion: .file())
    var junit: String?

    @Option(
        help: ArgumentHelp(
            "Keep a page about each run (index.html) and its report and journal in this folder.",
            discussion: """
                index.html needs nothing else: open it in any browser. Of several runs it is about \
                all of them, and leads to a folder for each.
                """))
    var report: String?

    @Option(help: .hidden)
    var child: String?

    @Option(help: .hidden)
    var parent: Int32?

    @Option(help: .hidden)
    var record: EventWindow?

    @Option(help: .hidden)
    var reseed: ReseedingOption?

    func validate() throws {
        guard seed == nil || seeds == nil else {
            throw ValidationError("--seed and --seeds exclude each other.")
        }
        guard (jobs ?? 1) >= 1 else { throw ValidationError("--jobs must be at least 1.") }
        guard child == nil || (scenarios.count == 1 && seeds == nil) else {
            throw ValidationError("A child runs one scenario with one seed.")
        }
    }

    func run() async throws {
        let read = try ScenarioFiles.read(scenarios)
        // All were skipped.
        guard !read.isEmpty else { return }
        Signals.watch()
        let runs = makeJobs(read)
        if let child { return try runHere(runs[0], output: child) }
        try RunOutputs(report: report, junit: junit, inputs: scenarios).check()
        try conclude(await runAll(runs), of: runs)
    }
}
