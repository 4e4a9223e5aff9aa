import Harness
import World

/// Tells how to see a run again, before it starts: a run that crashes leaves at least that.
final class ReplayPrinter: RunWatcher {
    func willStart(replay: String) { StandardError.print("replay: \(replay)") }
    func saw(_ entry: JournalEntry, progress: () -> RunProgress) {}
    func didEnd() {}
}
