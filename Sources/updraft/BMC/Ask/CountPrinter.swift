/// Shows on a terminal how many of many are done, on one line that is written over.
struct CountPrinter {
    /// What takes less time needs no progress.
    private static let patience: Duration = .milliseconds(500)
    private static let interval: Duration = .milliseconds(250)
    private static let eraseLine = "\r\u{1b}[K"

    private let total: Int
    private let isOnTerminal = StandardError.isTerminal
    private let clock = ContinuousClock()
    private var nextWriting: ContinuousClock.Instant
    private var done = 0
    private var isShown = false

    init(of total: Int) {
        self.total = total
        nextWriting = clock.now + Self.patience
    }

    mutating func advance() {
        done += 1
        guard isOnTerminal, clock.now >= nextWriting else { return }
        nextWriting = clock.now + Self.interval
        isShown = true
        StandardError.write("\(Self.eraseLine)\(done) of \(total) have answered")
    }

    mutating func end() {
        if isShown { StandardError.write(Self.eraseLine) }
    }
}
