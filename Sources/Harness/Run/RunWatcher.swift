public import World

/// Follows a run while it goes on, for people or for files.
public protocol RunWatcher: AnyObject {
    /// The run is about to start; `replay` is the command that shows it again.
    func willStart(replay: String)

    /// Something was journaled. `progress` costs a little and need not be called.
    func saw(_ entry: JournalEntry, progress: () -> RunProgress)

    /// The run is over, however it ended.
    func didEnd()
}
