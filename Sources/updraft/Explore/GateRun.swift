import ArgumentParser
import Explorer
import Foundation
import Harness

/// One gate, from the kept failures to the sentence at its end.
struct GateRun {
    let scenarios: [(Scenario, ScenarioText)]
    let entries: [String]
    let quarantine: Quarantine
    let firstSeed: UInt64
    let day: String
    let folder: CorpusFolder?
    let loop: ProbeLoop
    let deadline: Deadline

    /// - Throws: ``ExitStatus/internalFailure`` where what was found cannot be kept.
    func run() async throws -> GateReport {
        let corpus = await CorpusCheck(loop: loop).report(on: entries)
        let starts = await starts()
        let session = GateSession(
            starts.map(\.search), seed: firstSeed, quarantine: quarantine, day: day)
        let progress = SearchProgress()
        var failure: (any Error)?
        for (place, start) in starts.enumerated() {
            do { try tell(session, place, start.probe, start.result, progress) } catch {
                failure = error
            }
        }
        await loop.run(next: { deadline.isOver || failure != nil ? nil : session.next() }) {
            do { try tell(session, $0, $1, $2, progress) } catch { failure = error }
        }
        progress.end()
        if let failure {
            StandardError.print("\(failure)")
            throw ExitStatus.internalFailure
        }
        return GateReport(
            session, corpus, quarantine, day: day, firstSeed: firstSeed,
            entry: { folder?.file(of: $0) })
    }

    private func tell(
        _ session: GateSession, _ place: Int, _ probe: Probe, _ result: ProbeResult,
        _ progress: SearchProgress
    ) throws {
        if let group = session.tell(place, probe, result) {
            progress.note("found: \(group.signature.text) in \(group.source)")
            try folder?.keep(group)
        }
        progress.tell(line(session))
    }

    /// Each scenario once with nothing added, as time allows, to learn where it can be disturbed.
    private func starts() async -> [SwarmSearch.Start] {
        var starts: [Int: SwarmSearch.Start] = [:]
        var next = 0
        await loop.run(
            next: {
                guard next < scenarios.count, !deadline.isOver else { return nil }
                defer { next += 1 }
                let (scenario, text) = scenarios[next]
                return (next, SwarmSearch.plain(scenario, text, seed: firstSeed))
            },
            tell: { place, probe, result in
                starts[place] = SwarmSearch.Start(
                    scenarios[place].0, scenarios[place].1, probe, result,
                    known: ScenarioFiles.vocabulary.eventKinds)
            })
        return scenarios.indices.compactMap { starts[$0] }
    }

    private func line(_ session: GateSession) -> String {
        "gate: \(session.runs) runs, \(session.failed) failed, \(session.coverage.count) pairs, "
            + "\(deadline.elapsed.components.seconds) s"
    }
}
