import BareMetal
public import Undercloud
public import World

/// How far a run is.
public struct RunProgress: Sendable, Hashable {
    public let now: Instant
    public let phase: Phase?
    /// How many nodes are in each state that some are in, in the states' order.
    public let census: [StateCount]

    public init(now: Instant, phase: Phase?, census: [StateCount]) {
        self.now = now
        self.phase = phase
        self.census = census
    }
}
