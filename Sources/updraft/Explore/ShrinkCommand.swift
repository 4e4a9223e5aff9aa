import ArgumentParser
import Explorer
import Foundation
import Hardware
import Harness

/// `updraft shrink corpus/full-cloud-3f9a0c21.yaml`
struct ShrinkCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "shrink",
        abstract: "Makes a failure as small as it goes: fewer machines, faults, steps.",
        discussion: """
            Takes what explore has kept, or any scenario that fails:

              updraft shrink corpus/full-cloud-3f9a0c21.yaml
              updraft shrink Scenarios/negative/rogue-power-off.yaml -o smallest.yaml
              updraft shrink mine.yaml --seed 7 --schedule pct:4 --time 3m

            Machines, roles, faults, their places and durations, operations, schedules and every \
            other key are taken away or made smaller, as long as some seed still fails with the \
            same signature. What is left is a scenario that runs by itself, with the comments of \
            the original where what they speak of is left; the last line is the command that shows \
            the failure. Ctrl-C and --time end it with the smallest so far.

            Of a scenario that is no corpus entry, seeds 1 to 20 are tried until one fails, where \
            --seed does not say which.

            Exit status: 0 it was shrunk, or is minimal already; 1 nothing fails; 64 bad usage or \
            a bad file, 70 internal failure, 130 interrupted before anything was found.
            """
    )

    /// Seeds tried of a scenario that does not say which one fails.
    private static let firstSeeds: ClosedRange<UInt64> = 1...20

    @Argument(help: "A corpus entry, or a scenario that fails.", completion: .file())
    var file: String

    @Option(help: "The seed that fails.")
    var seed: UInt64?

    @Option(help: "The schedule it fails under.")
    var schedule: RunSchedule?

    @Option(help: ArgumentHelp("End after this time, as 90s or 10m.", valueName: "time"))
    var time = TimeOption(.seconds(180))

    @Option(
        name: .shortAndLong,
        help: "Where the smaller scenario goes. Default: NAME-min.yaml beside the file.")
    var output: String?

    @Flag(help: "One JSON document on standard output.")
    var json = false

    @OptionGroup var options: SearchOptions

    func run() async throws {
        let failing = try FailingFile(file)
        let place = output ?? failing.usualOutput
        try RunOutputs(report: nil, junit: place, inputs: [file]).check()
        Signals.watch()
        let deadline = Deadline(time.duration)
        let loop = ProbeLoop(options.prober(), width: options.width)
        let (probe, signature) = try await find(failing, loop)
        StandardError.print("shrinking \(signature.text)")
        let shrinker = Shrinker(probe, signature, loop: loop, width: options.width)
        let result = await shrinker.run(
            isOver: { deadline.isOver }, tell: { StandardError.print("  \($0)") })
        let report = ShrinkReport(
            file: file, output: place, before: probe, result, signature,
            inventory: failing.inventory, took: deadline.elapsed)
        try write(result.probe, signature, to: place)
        if json {
            StandardOutput.print(try SearchFiles.json(report))
        } else {
            StandardOutput.print(report.lines)
        }
        try StandardOutput.check()
    }

    /// Paths in the scenario lead where they led, and its name is the new file's.
    private func write(_ probe: Probe, _ signature: FailureSignature, to place: String) throws {
        var entry = CorpusEntry(
            probe, signature, source: file, version: Updraft.release)
        entry.text = entry.text.moved(
            from: SearchFolder.folder(of: file), to: SearchFolder.folder(of: place))
        entry.text.name = URL(fileURLWithPath: place).deletingPathExtension().lastPathComponent
        try SearchFiles.write(entry.fileText, to: place)
    }

    /// The run to begin with, and how it fails.
    private func find(
        _ failing: FailingFile, _ loop: ProbeLoop
    ) async throws -> (Probe, FailureSignature) {
        let seeds = seed.map { [$0] } ?? failing.entry.map { [$0.seed] } ?? Array(Self.firstSeeds)
        let schedule = schedule ?? failing.entry?.schedule ?? .shuffle
        let probes = seeds.map {
            Probe(failing.text, origin: file, seed: $0, schedule: schedule)
        }
        for start in stride(from: 0, to: probes.count, by: options.width) {
            let some = Array(probes[start..<min(probes.count, start + options.width)])
            let results = await loop.results(of: some)
            for (probe, result) in zip(some, results) {
                if case .refused(let problems) = result { throw SearchFiles.tell(problems) }
                if let signature = result.signature { return (probe, signature) }
            }
            if Signals.wantEnd { throw ExitStatus.interrupted }
        }
        let tried = seeds.count == 1 ? "seed \(seeds[0])" : "seeds 1 to \(seeds.count)"
        StandardError.print("\(file): nothing fails with \(tried); there is nothing to shrink")
        throw ExitStatus.failed
    }
}
