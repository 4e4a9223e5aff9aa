import Hardware
public import Harness
public import Histories

/// What a search came to, for people and for machines.
public struct SearchReport: Sendable, Codable {
    /// One failure.
    public struct Failure: Sendable, Codable {
        public let signature: String
        public let check: String
        public let detail: String
        public let scenario: String
        public let times: Int
        public let seed: UInt64
        public let schedule: RunSchedule
        /// Of the run that shows it, its scenario's own among them.
        public let faults: Int
        /// Whether it is the bug that the scenario planted.
        public let isPlanted: Bool
        /// Where it is kept; nil where nothing is.
        public let entry: String?
        /// The command that shows it again; nil where nothing is kept.
        public let replay: String?
    }

    public let runs: Int
    public let planned: Int
    public let failed: Int
    public let unjudged: Int
    public let failures: [Failure]
    public let unmetBugs: [String]
    public let pairs: [RunCoverage.Pair]
    public let sites: [String]
    public let bound: FailureBound
    public let sentence: String

    /// - Parameter entry: the file in which a failure is kept.
    public init(_ session: ExploreSession, entry: (FoundFailures.Group) -> String?) {
        runs = session.runs
        planned = session.planned
        failed = session.failed
        unjudged = session.unjudged
        failures = session.failures.groups.map { group in
            let file = entry(group)
            return Failure(
                signature: group.signature.text, check: group.signature.check,
                detail: group.detail, scenario: group.source, times: group.times,
                seed: group.probe.seed, schedule: group.probe.schedule,
                faults: group.probe.text.root["faults"]?.items.count ?? 0,
                isPlanted: session.isPlanted(group), entry: file,
                replay: file.map { Self.replay($0, group.probe) })
        }
        unmetBugs = session.unmet.map(\.file)
        pairs = session.coverage
        sites = session.codeSites
        bound = session.bound
        sentence = session.bound.sentence(at: .percent(95))
    }

    public static func replay(_ file: String, _ probe: Probe) -> String {
        "updraft run \(ShellText.word(file)) --seed \(probe.seed) "
            + "--schedule \(probe.schedule.text)"
    }

    /// For people; the last line is a summary.
    public var lines: [String] {
        var lines = failures.flatMap(Self.lines)
        lines += unmetBugs.map { "\($0): its planted bug was met by no run" }
        if unjudged > 0 {
            lines.append(
                "\(unjudged) runs without a fault budget did not end whole: only safety is judged")
        }
        lines.append(
            "coverage: \(pairs.count) pairs of a state and a fault in force, "
                + "\(sites.count) fault sites in code")
        lines.append(sentence)
        let open = failures.count { !$0.isPlanted }
        lines.append(
            "explore: \(runs) of \(planned) runs, \(failures.count) signatures, "
                + "\(open) of them not planted")
        return lines
    }

    private static func lines(_ failure: Failure) -> [String] {
        let planted = failure.isPlanted ? " (planted)" : ""
        let times = failure.times == 1 ? "once" : "\(failure.times) times"
        var lines = [
            "\(failure.signature)\(planted)",
            "  \(failure.scenario), \(times), with \(failure.faults) faults: \(failure.detail)",
        ]
        if let replay = failure.replay { lines.append("  \(replay)") }
        return lines
    }
}
