/// How votes make a quorum: corosync's `quorum` section.
public struct QuorumOptions: Sendable, Hashable {
    /// Votes there are when all nodes are there, one a node.
    public var expectedVotes: Int
    /// Of two nodes, one is enough; they must have met once (votequorum's `two_node`).
    public var isTwoNode: Bool
    /// No quorum after a start before all nodes have been seen at once.
    public var waitsForAll: Bool
    /// What remains of a cluster for a while counts as all there is.
    public var lastManStanding: Bool
    /// Of two equal halves, the one with the lowest node goes on.
    public var breaksTies: Bool
    /// How long a membership lasts before it counts for `lastManStanding`; corosync's default.
    public var lastManStandingWindow: Duration = .seconds(10)

    public init(
        expectedVotes: Int, isTwoNode: Bool = false, waitsForAll: Bool? = nil,
        lastManStanding: Bool = false, breaksTies: Bool = false
    ) {
        precondition(expectedVotes > 0, "A cluster has at least one vote.")
        self.expectedVotes = expectedVotes
        self.isTwoNode = isTwoNode && expectedVotes == 2
        // Two nodes that never met would both go on alone.
        self.waitsForAll = waitsForAll ?? self.isTwoNode
        self.lastManStanding = lastManStanding
        self.breaksTies = breaksTies && expectedVotes % 2 == 0
    }
}
