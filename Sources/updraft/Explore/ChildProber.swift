import Explorer
import Foundation
import Hardware
import Harness
import World

/// Makes a search's runs in processes of their own.
struct ChildProber: Prober {
    /// Where scenarios are written for them.
    let folder: SearchFolder
    let limits: ChildLimits

    func result(of probe: Probe) async -> ProbeResult { await result(of: probe, report: nil) }

    /// - Parameter report: the folder that the run's report is kept in.
    func result(of probe: Probe, report: String?) async -> ProbeResult {
        let scenario: Scenario
        do throws(InputProblems) { scenario = try folder.write(probe) } catch {
            return .refused(error)
        }
        defer { folder.remove(scenario) }
        let reseeding = probe.reseeding.map {
            ReseedingOption(nanoseconds: $0.at.nanoseconds, salt: $0.salt)
        }
        let job = RunJob(
            scenario: scenario, seed: probe.seed, schedule: probe.schedule, report: report,
            window: nil, reseeding: reseeding)
        let child = ChildRun(
            job, messages: .kept, hashing: .inherited, isQuiet: true, limits: limits)
        return Self.result(of: await child.run())
    }

    private static func result(of result: ChildRun.Result) -> ProbeResult {
        switch result {
        case .report(let report):
            report.verdict.outcome == .interrupted ? .stopped : .report(report)
        case .failure where Signals.wantEnd: .stopped
        case .failure(let text): .broken(FailureSignature(messages: text), text)
        case .excess(.time): .broken(.outOfTime(), "it was ended for the time it took")
        case .excess(.memory): .broken(.outOfMemory(), "it was ended for the memory it took")
        }
    }
}
