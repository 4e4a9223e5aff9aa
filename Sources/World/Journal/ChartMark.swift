/// What an event adds to the pictures of a run: a stretch of a lane, a measurement, an act.
public enum ChartMark: Sendable, Hashable {
    /// How something that is drawn in colour is to be taken.
    public enum Tone: String, Sendable, Hashable, CaseIterable {
        case neutral, good, odd, bad
    }

    /// How a measured request ended.
    public enum Outcome: Sendable, Hashable { case done, failed }

    /// From now on the lane shows this; what it showed before ends.
    case begin(ChartLane, label: String, Tone)
    /// From now on the lane shows nothing.
    case end(ChartLane)
    /// A request, such as a tenant's, was answered: how long it took, and how it ended.
    case measured(series: String, Duration, Outcome)
    /// A figure is this from now on.
    case level(series: String, Int)
    /// Somebody did something to somebody: fenced, evicted, commanded.
    case act(by: String, verb: String, target: String, reason: String)
}
