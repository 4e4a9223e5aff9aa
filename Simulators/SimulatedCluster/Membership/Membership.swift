internal import OrderedCollections

/// One node's view of who is in the cluster: a model of corosync's totem.
///
/// A state machine without clock or network: it is told the time and what is heard, and says what
/// to send and who is a member. Two nodes can be in one membership only if each hears the other,
/// and all of a membership hear each other. Where not everybody hears everybody, memberships are
/// taken one after the other, each with the lowest node that is left; all nodes that know the same
/// links come to the same ones. What totem reaches by passing a token and by gathering is only its
/// result here, after its timeouts.
public struct Membership: Sendable, Hashable {
    /// Corosync's `totem` section.
    public struct Timing: Sendable, Hashable {
        /// Without a word for so long, a node is lost. Corosync 3's default.
        public var token: Duration = .milliseconds(3000)
        /// How long all must agree before a membership holds: `token` × 1.2 by default.
        public var consensus: Duration = .milliseconds(3600)
        /// Between two messages; a part of the token's time, so that a few may be lost.
        public var hello: Duration = .milliseconds(750)

        public init() {}
    }

    private struct Candidate: Sendable, Hashable {
        let members: [NodeName]
        let since: Duration
    }

    private struct Peer: Sendable, Hashable {
        var lastHeard: Duration
        var message: MembershipMessage
    }

    public let name: NodeName
    public let timing: Timing
    /// Sorted by name, itself among them.
    public private(set) var members: [NodeName]
    private let incarnation: Int
    private var peers: OrderedDictionary<NodeName, Peer> = [:]
    private var nextHello: Duration
    /// What will be the membership if nothing changes until then.
    private var candidate: Candidate?

    public init(
        _ name: NodeName, timing: Timing = Timing(), incarnation: Int = 0, at now: Duration
    ) {
        self.name = name
        self.timing = timing
        self.incarnation = incarnation
        members = [name]
        nextHello = now
    }

    /// Takes what was heard.
    public mutating func receive(_ message: MembershipMessage, at now: Duration) {
        guard message.sender != name else { return }
        if let known = peers[message.sender], known.message.incarnation > message.incarnation {
            return
        }
        peers[message.sender] = Peer(lastHeard: now, message: message)
    }

    /// When ``pass(at:)`` has to be called next.
    public var deadline: Duration { nextHello }

    /// Tells the time.
    ///
    /// - Returns: what to send to all nodes, if it is time to send something.
    public mutating func pass(at now: Duration) -> MembershipMessage? {
        for lost in peers.keys.filter({ now - (peers[$0]?.lastHeard ?? now) >= timing.token }) {
            peers[lost] = nil
        }
        agree(at: now)
        guard now >= nextHello else { return nil }
        nextHello = now + timing.hello
        return MembershipMessage(
            sender: name, heard: peers.keys.sorted(), mutual: mutual, incarnation: incarnation)
    }

    private var mutual: [NodeName] {
        peers.keys.filter { peers[$0]?.message.heard.contains(name) ?? false }.sorted()
    }

    private mutating func agree(at now: Duration) {
        let wanted = partition()
        guard wanted != members else {
            candidate = nil
            return
        }
        guard let candidate, candidate.members == wanted else {
            candidate = Candidate(members: wanted, since: now)
            return
        }
        if now - candidate.since >= timing.consensus {
            members = wanted
            self.candidate = nil
        }
    }

    /// The membership that this node belongs to, as far as it knows the links.
    private func partition() -> [NodeName] {
        var links: OrderedDictionary<NodeName, Set<NodeName>> = [name: Set(mutual)]
        for peer in mutual {
            links[name, default: []].insert(peer)
            links[peer, default: []].formUnion(peers[peer]?.message.mutual ?? [])
            links[peer, default: []].insert(name)
        }
        let known = links.values.reduce(into: Set(links.keys)) { $0.formUnion($1) }
        return MembershipRule.group(of: name, among: known.sorted()) { one, other in
            links[one]?.contains(other) ?? false || links[other]?.contains(one) ?? false
        }
    }
}
