import Foundation

/// Shows on standard error how far a search is: on a terminal on one line that is written over,
/// elsewhere in a line now and then.
final class SearchProgress {
    private static let terminalInterval: Duration = .milliseconds(250)
    private static let logInterval: Duration = .seconds(15)
    private static let eraseLine = "\r\u{1b}[K"

    private let clock = ContinuousClock()
    private let isTerminal = StandardError.isTerminal
    private var next: ContinuousClock.Instant
    private var isShown = false

    init() { next = clock.now + (StandardError.isTerminal ? .zero : Self.logInterval) }

    func tell(_ text: @autoclosure () -> String) {
        guard clock.now >= next else { return }
        next = clock.now + (isTerminal ? Self.terminalInterval : Self.logInterval)
        guard isTerminal else { return StandardError.print(text()) }
        isShown = true
        StandardError.write(Self.eraseLine + String(text().prefix(StandardError.columns - 1)))
    }

    /// A line that stays.
    func note(_ line: String) {
        end()
        StandardError.print(line)
    }

    func end() {
        if isShown { StandardError.write(Self.eraseLine) }
        isShown = false
    }
}
