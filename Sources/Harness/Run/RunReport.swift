/// All there is to say about one run.
///
/// Its JSON form is stable: keys may come, and none goes or changes its meaning. Times count from
/// the run's beginning, in the world's time; their keys end with `Seconds`, and they are decimal
/// numbers of seconds.
public struct RunReport: Sendable, Hashable, Codable {
    public var verdict: Verdict
    public let file: String
    public let schedule: RunSchedule
    /// The command that shows the run again.
    public let replay: String
    public internal(set) var trace: TraceReport
    /// What happened, in the order in which it began.
    public let story: [StoryEntry]
    /// How much more happened than the story has room for.
    public let untold: Int
    public let phases: [PhaseSpan]
    public let slowest: [MachineTime]
    public let nodes: [StateCount]
    public let faults: [FaultRecord]
    public let violations: [ReportedViolation]
    /// Why the world could not go on.
    public let findings: [RunFinding]
    /// What the cloud lacked in the end.
    public let missing: [String]
    /// The last lines of the journal before a violation; empty where there was none.
    public let journalTail: [String]
    /// The bug that was planted, and who should report it.
    public let plantedBug: String?
    public let caughtBy: String?
    /// What situations the run has been in.
    public let coverage: RunCoverage

    /// The command that explains a node or a server of the run, less its name.
    public var inquiry: String { "updraft explain" + replay.dropFirst("updraft run".count) }
}
