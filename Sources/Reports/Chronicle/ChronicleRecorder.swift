public import Harness
public import World

/// Keeps the chronicle of a run while it goes on.
public final class ChronicleRecorder: RunWatcher {
    public private(set) var chronicle: Chronicle

    /// - Parameter racks: where the world's machines stand.
    public init(racks: [RackContents]) { chronicle = Chronicle(racks: racks) }

    public func willStart(replay: String) {}

    public func saw(_ entry: JournalEntry, progress: () -> RunProgress) {
        chronicle.observe(entry)
    }

    public func saw(_ commit: StoreCommit) { chronicle.observe(commit) }

    public func saw(
        _ fault: ScenarioFault, _ phase: FaultPhase, on victims: [FaultVictim], at time: Instant
    ) {
        chronicle.observe(fault, phase, on: victims, at: time)
    }

    public func didEnd() {}
}
