import BareMetal
public import Undercloud
public import World

/// How far a run is.
public struct RunProgress: Sendable, Hashable {
    public let now: Instant
    public let phase: Phase?
    /// How many nodes are in each state that some are in, in the states' order.
    public let census: [StateCount]
    /// Servers whose operating systems were heard from, the undercloud's own among them.
    public let serversUp: Int
    public let serversPlanned: Int

    public init(
        now: Instant, phase: Phase?, census: [StateCount], serversUp: Int, serversPlanned: Int
    ) {
        self.now = now
        self.phase = phase
        self.census = census
        self.serversUp = serversUp
        self.serversPlanned = serversPlanned
    }
}
