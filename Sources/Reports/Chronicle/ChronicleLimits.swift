/// Bounds on what is kept of a run for its pictures; what goes beyond is counted and said.
public enum ChronicleLimits {
    /// Changes of all machines' states, steps, power and servers together. A page has about seven
    /// bytes for each.
    public static let changes = 600_000
    /// Those of one of a machine's tracks.
    public static let changesPerTrack = 2_000
    public static let lanes = 400
    /// Lanes that one group has a line of its own for.
    public static let lanesPerGroup = 60
    public static let stretchesPerLane = 1_000
    public static let acts = 1_000
    public static let arrivals = 50_000
    public static let outages = 1_000
    /// Points of a series; after that it is kept half as finely.
    public static let points = 2_000
    /// Spans of time that latencies are gathered in; after that they are twice as long.
    public static let spans = 240
    /// The last events kept of each machine, host or other subject.
    public static let recentEvents = 12
    /// Characters of a text that is shown.
    public static let textLength = 240
}
