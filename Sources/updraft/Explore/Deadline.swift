/// When a search is to end.
struct Deadline {
    private let clock = ContinuousClock()
    private let start: ContinuousClock.Instant
    private let limit: Duration?

    /// - Parameter limit: from now on; nil for no end.
    init(_ limit: Duration?) {
        start = clock.now
        self.limit = limit
    }

    /// Whether time is up, or somebody asked for the end.
    var isOver: Bool { Signals.wantEnd || limit.map { elapsed >= $0 } ?? false }

    var elapsed: Duration { clock.now - start }
}
