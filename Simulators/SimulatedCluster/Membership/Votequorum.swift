/// One node's count of votes: whether the membership that it is in may act for the cluster.
///
/// Corosync's votequorum, as a value that is told of memberships and of time.
public struct Votequorum: Sendable, Hashable {
    public let options: QuorumOptions
    public private(set) var isQuorate = false
    /// Lower than at first once the last men standing have been counted.
    public private(set) var expectedVotes: Int
    /// Whether all nodes have been seen at once since this node started.
    private(set) var hasSeenAll: Bool
    private var members: [NodeName] = []
    /// The lowest node of the last membership that had quorum.
    private(set) var tieBreaker: NodeName?
    private var since: Duration?

    public init(_ options: QuorumOptions) {
        self.options = options
        expectedVotes = options.expectedVotes
        hasSeenAll = !options.waitsForAll
    }

    /// Votes that are a quorum.
    public var quorum: Int { options.isTwoNode ? 1 : expectedVotes / 2 + 1 }

    /// Tells of the members, whenever they change.
    ///
    /// - Parameter now: on any clock that only goes forward.
    public mutating func change(members: [NodeName], at now: Duration) {
        if members != self.members { since = now }
        self.members = members.sorted()
        if members.count >= options.expectedVotes { hasSeenAll = true }
        expectedVotes = max(expectedVotes, members.count)
        judge()
    }

    /// When ``pass(at:)`` has to be called, if ever.
    public var deadline: Duration? {
        guard options.lastManStanding, isQuorate, members.count < expectedVotes else { return nil }
        return since.map { $0 + options.lastManStandingWindow }
    }

    /// Tells the time: a membership that has lasted is all that is left.
    public mutating func pass(at now: Duration) {
        guard let deadline, now >= deadline else { return }
        expectedVotes = members.count
        judge()
    }

    private mutating func judge() {
        let had = isQuorate
        isQuorate = hasSeenAll && (members.count >= quorum || winsTie(had: had))
        if isQuorate { tieBreaker = members.first }
    }

    private func winsTie(had: Bool) -> Bool {
        guard options.breaksTies, had, members.count * 2 == expectedVotes, let tieBreaker else {
            return false
        }
        return members.contains(tieBreaker)
    }
}
