import ArgumentParser
import Explorer
import Foundation
import Harness

/// One search, from the scenarios as they are to its report.
struct ExploreRun {
    let scenarios: [(Scenario, ScenarioText)]
    let seeds: ClosedRange<UInt64>
    let folder: CorpusFolder?
    let loop: ProbeLoop
    let deadline: Deadline

    /// - Throws: ``ExitStatus/internalFailure`` where what was found cannot be kept.
    func run() async throws -> SearchReport {
        let progress = SearchProgress()
        let starts = await starts()
        let session = ExploreSession(starts.map(\.search), seeds: seeds)
        for (place, start) in starts.enumerated() {
            try tell(session, place, start.probe, start.result, progress)
        }
        var failure: (any Error)?
        await loop.run(next: { deadline.isOver || failure != nil ? nil : session.next() }) {
            do { try tell(session, $0, $1, $2, progress) } catch { failure = error }
        }
        progress.end()
        if let failure { throw failure }
        for problem in session.refused.prefix(1) {
            StandardError.print("\(session.refused.count) drawn runs could not be read: \(problem)")
        }
        return SearchReport(session) { group in folder?.file(of: group) }
    }

    /// What each scenario is like with nothing added. One that does not even pass so is searched
    /// all the same.
    private func starts() async -> [SwarmSearch.Start] {
        let probes = scenarios.map { SwarmSearch.plain($0, $1, seed: seeds.lowerBound) }
        let results = await loop.results(of: probes)
        return scenarios.indices.map { place in
            SwarmSearch.Start(
                scenarios[place].0, scenarios[place].1, probes[place], results[place],
                known: ScenarioFiles.vocabulary.eventKinds)
        }
    }

    private func tell(
        _ session: ExploreSession, _ place: Int, _ probe: Probe, _ result: ProbeResult,
        _ progress: SearchProgress
    ) throws {
        if let group = session.tell(place, probe, result).group { try keep(group, progress) }
        progress.tell(line(session))
    }

    private func keep(_ group: FoundFailures.Group, _ progress: SearchProgress) throws {
        if group.times == 1 { progress.note("found: \(group.signature.text)") }
        do { try folder?.keep(group) } catch {
            StandardError.print("\(error)")
            throw ExitStatus.internalFailure
        }
    }

    private func line(_ session: ExploreSession) -> String {
        "explore: \(session.runs) of \(session.planned) runs, "
            + "\(session.failures.groups.count) signatures, \(session.coverage.count) pairs, "
            + "\(deadline.elapsed.components.seconds) s"
    }
}
