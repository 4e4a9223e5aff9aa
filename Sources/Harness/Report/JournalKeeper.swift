public import World

/// Keeps a run's journal in memory, for the case that the run is interrupted.
public final class JournalKeeper: RunWatcher {
    private var entries: [JournalEntry] = []

    public init() {}

    public func willStart(replay: String) {}
    public func saw(_ entry: JournalEntry, progress: () -> RunProgress) { entries.append(entry) }
    public func didEnd() {}

    /// Writes what was kept to a file.
    public func write(to path: String) throws(ReportError) {
        let writer = try JournalWriter(path: path)
        for entry in entries { writer.write(entry) }
        writer.didEnd()
        if let failure = writer.failure { throw failure }
    }
}
