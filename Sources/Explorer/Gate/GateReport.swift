import Hardware
import Harness
import Histories

/// What a gate came to, for people and for machines.
public struct GateReport: Sendable, Encodable {
    /// A failure that was met.
    public struct Failure: Sendable, Encodable {
        public let signature: FailureSignature
        public let detail: String
        public let scenario: String
        public let times: Int
        /// Whether it is let pass, and until when.
        public let isQuarantined: Bool
        public let entry: String?
        public let replay: String?
    }

    /// A scenario's runs.
    public struct Share: Sendable, Encodable {
        public let scenario: String
        public let runs: Int
    }

    /// An entry of the quarantine as it is today.
    public struct Held: Sendable, Encodable {
        public let entry: Quarantine.Entry
        public let isExpired: Bool
    }

    public let corpus: CorpusReport
    public let runs: Int
    public let failed: Int
    public let quarantinedRuns: Int
    public let unjudged: Int
    public let failures: [Failure]
    public let quarantine: [Held]
    public let unmetBugs: [String]
    public let scenarios: [Share]
    public let pairs: Int
    public let firstSeed: UInt64
    public let sentence: String

    /// - Parameter entry: the file in which a failure is kept.
    public init(
        _ session: GateSession, _ corpus: CorpusReport, _ quarantine: Quarantine, day: String,
        firstSeed: UInt64, entry: (FoundFailures.Group) -> String?
    ) {
        self.corpus = corpus
        runs = session.runs
        failed = session.failed
        quarantinedRuns = session.quarantined
        unjudged = session.unjudged
        failures = session.failures.groups.map { group in
            let file = entry(group)
            return Failure(
                signature: group.signature, detail: group.detail, scenario: group.source,
                times: group.times,
                isQuarantined: quarantine.covers(
                    group.signature, of: group.probe.text.name, on: day),
                entry: file, replay: file.map { SearchReport.replay($0, group.probe) })
        }
        self.quarantine = quarantine.entries.map { Held(entry: $0, isExpired: $0.until < day) }
        unmetBugs = session.unmet.map(\.file)
        scenarios = session.counts.map { Share(scenario: $0.scenario.file, runs: $0.runs) }
        pairs = session.coverage.count
        self.firstSeed = firstSeed
        sentence = session.bound.sentence(at: .percent(95))
    }

    /// For people; the last line is the honest sentence.
    public var lines: [String] {
        var lines = corpus.entries.isEmpty ? [] : corpus.lines
        lines += failures.flatMap(Self.lines)
        lines += unmetBugs.map { "\($0): its planted bug was met by no run" }
        lines += quarantine.map { held in
            let state = held.isExpired ? "EXPIRED" : "let pass"
            return "quarantine: \(state) until \(held.entry.until): \(held.entry.signature.text) "
                + "(\(held.entry.reason))"
        }
        if quarantinedRuns > 0 { lines.append("\(quarantinedRuns) failing runs were let pass") }
        if unjudged > 0 {
            lines.append(
                "\(unjudged) runs without a fault budget did not end whole: only safety is judged")
        }
        let run = scenarios.count { $0.runs > 0 }
        lines.append(
            "gate: \(runs) runs of \(run) of \(scenarios.count) scenarios from seed \(firstSeed), "
                + "\(pairs) pairs of a state and a fault, \(failures.count) signatures")
        return lines + [sentence]
    }

    private static func lines(_ failure: Failure) -> [String] {
        let state = failure.isQuarantined ? "let pass" : "FAILED"
        let times = failure.times == 1 ? "once" : "\(failure.times) times"
        return [
            "\(state): \(failure.signature.text)",
            "  \(failure.scenario), \(times): \(failure.detail)",
        ]
            + (failure.replay.map { ["  \($0)"] } ?? [])
    }
}
