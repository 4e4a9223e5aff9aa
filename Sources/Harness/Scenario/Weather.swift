/// Faults that nobody lists: for a stretch of a run they come by chance, drawn by the run's seed.
public struct Weather: Sendable, Hashable {
    /// Those that a stretch may bring; more is an attack, not weather.
    public static let faultLimit = 10_000

    /// Each as likely as any other.
    public let kinds: [FaultKind]
    public let target: FaultTarget
    /// From the begin of one to the begin of the next, on average.
    public let interval: Duration
    /// How long each lasts, every length in the range as likely as any other.
    public let lasting: ClosedRange<Duration>
    /// When they begin, since the start of the run. All are over by its end and the longest of
    /// ``lasting``.
    public let stretch: ClosedRange<Duration>
    /// Where in its file it stands.
    public let line: Int
}
