import Harness
import World

/// Shows on a terminal how far a run is, on one line that is written over.
final class ProgressPrinter: RunWatcher {
    /// Between two writings, in real time.
    private static let interval: Duration = .milliseconds(250)
    /// Events between two looks at the clock.
    private static let stride = 64
    private static let eraseLine = "\r\u{1b}[K"

    private let clock = ContinuousClock()
    private var nextWriting: ContinuousClock.Instant
    private var count = 0
    private var isShown = false

    init() { nextWriting = clock.now }

    func willStart(replay: String) {}

    func saw(_ entry: JournalEntry, progress: () -> RunProgress) {
        count += 1
        guard count % Self.stride == 0, clock.now >= nextWriting else { return }
        nextWriting = clock.now + Self.interval
        isShown = true
        // A line that wraps is not erased by going back to its beginning.
        let width = StandardError.columns - 1
        StandardError.write(Self.eraseLine + String(ProgressText.line(progress()).prefix(width)))
    }

    func didEnd() {
        if isShown { StandardError.write(Self.eraseLine) }
    }
}
