import ArgumentParser
import Explorer
import Foundation
import Hardware
import Harness
import World

/// `updraft why Scenarios/full-cloud.yaml --seed 7`
struct WhyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "why",
        abstract: "Tells when a failure was decided, and what happened then.",
        discussion: """
            Makes a failing run again and again: until a moment it goes as it did, and from then \
            on other chance is drawn. Where it fails by any chance, the failure was decided \
            before; where it fails no oftener than others, it was not yet. Between the two \
            something happened, which is told:

              updraft why Scenarios/full-cloud.yaml --seed 7
              updraft why corpus/full-cloud-3f9a0c21.yaml --runs 20

            A scenario's faults at given times come in all runs. A failure that comes with every \
            seed was decided by the scenario.

            Exit status: 0 it was told, 1 the run does not fail, 64 bad usage or a bad file, \
            70 internal failure, 130 interrupted.
            """
    )

    @Argument(help: "A corpus entry, or a scenario that fails.", completion: .file())
    var file: String

    @Option(help: "The seed that fails. Default: the corpus entry's.")
    var seed: UInt64?

    @Option(help: "The schedule it fails under. Default: the corpus entry's, or shuffle.")
    var schedule: RunSchedule?

    @Option(help: "Runs for each moment.")
    var runs = 10

    @Flag(help: "One JSON document on standard output.")
    var json = false

    @OptionGroup var options: SearchOptions

    func validate() throws {
        guard runs >= 1 else { throw ValidationError("--runs must be at least 1.") }
    }

    func run() async throws {
        let failing = try FailingFile(file)
        guard let seed = seed ?? failing.entry?.seed else {
            throw ValidationError("--seed is needed: the file is no corpus entry.")
        }
        Signals.watch()
        let probe = Probe(
            failing.text, origin: file, seed: seed,
            schedule: schedule ?? failing.entry?.schedule ?? .shuffle)
        let prober = options.prober()
        let (report, journal) = try await WhyJournal(prober: prober).run(probe)
        guard let signature = FailureSignature(report) else {
            StandardError.print("\(file): the run does not fail; there is nothing to explain")
            throw ExitStatus.failed
        }
        let end = report.violations.first?.at.duration ?? report.verdict.virtual.duration
        let failedAt = TimePoint(nanoseconds: end.nanoseconds)
        let session = await look(for: signature, of: probe, until: failedAt, prober)
        if Signals.wantEnd { throw ExitStatus.interrupted }
        let answer = WhyReport(
            session, signature, failedAt: failedAt, journal: journal,
            replay: SearchReport.replay(file, probe))
        if json {
            StandardOutput.print(try SearchFiles.json(answer))
        } else {
            StandardOutput.print(answer.lines)
        }
        try StandardOutput.check()
    }

    private func look(
        for signature: FailureSignature, of probe: Probe, until end: TimePoint,
        _ prober: ChildProber
    ) async -> WhySession {
        let loop = ProbeLoop(prober, width: options.width)
        let progress = SearchProgress()
        var session = WhySession(end: end)
        for round in 1...WhySession.rounds where !Signals.wantEnd {
            let probes = session.moments().flatMap { moment in
                (1...UInt64(runs)).map { salt in
                    var other = probe
                    other.reseeding = Reseeding(
                        at: .nanoseconds(moment.nanoseconds), salt: salt)
                    return (moment, other)
                }
            }
            let results = await loop.results(of: probes.map(\.1))
            for (place, result) in results.enumerated() where result.isVerdict {
                session.add(probes[place].0, fails: result.signature == signature)
            }
            progress.tell("why: round \(round) of \(WhySession.rounds)")
        }
        progress.end()
        return session
    }
}
