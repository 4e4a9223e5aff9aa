public import World

/// Follows a run while it goes on, for people or for files.
public protocol RunWatcher: AnyObject {
    /// The run is about to start; `replay` is the command that shows it again.
    func willStart(replay: String)

    /// Something was journaled. `progress` costs a little and need not be called.
    func saw(_ entry: JournalEntry, progress: () -> RunProgress)

    /// A store carried something out.
    func saw(_ commit: StoreCommit)

    /// A fault of the scenario began or ended.
    func saw(
        _ fault: ScenarioFault, _ phase: FaultPhase, on victims: [FaultVictim], at time: Instant)

    /// The run is over, however it ended.
    func didEnd()
}

/// Most follow the journal alone.
extension RunWatcher {
    public func saw(_ commit: StoreCommit) {}

    public func saw(
        _ fault: ScenarioFault, _ phase: FaultPhase, on victims: [FaultVictim], at time: Instant
    ) {}
}
