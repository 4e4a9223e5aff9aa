internal import Hardware

/// Goes through everything that can happen to a small cluster, in every order, and looks whether
/// what must hold holds.
///
/// Nodes are real ``ClusterNode``s with real ``Votequorum``s. A state is a whole cluster; a move is
/// a fault, a node's learning of a membership, an agent's finishing or a fencing device's answer.
/// Messages between controllers arrive at once or, over a cut link, never. The search visits every
/// state that moves can reach from a cluster at rest with at most so many faults.
public struct FencingCheck {
    /// What a search came to.
    public struct Report: Sendable, Hashable, CustomStringConvertible {
        public let nodes: Int
        public let faults: Int
        /// Different states that were looked at: the bound of what the search says.
        public internal(set) var states = 0
        public internal(set) var moves = 0
        /// The first of every kind, none of which needed a device to lie.
        public internal(set) var violations: [SmallViolation] = []
        /// States in which a resource was active twice because a device had lied.
        public internal(set) var betrayals = 0
        /// Whether all states were looked at.
        public internal(set) var isComplete = true

        public var description: String {
            "\(nodes) nodes, \(faults) faults in every order: \(states) states, \(moves) moves, "
                + "\(violations.count) violations, \(betrayals) states betrayed by a device"
                + (isComplete ? "" : " (cut short)")
        }
    }

    /// Searches end there, and say so.
    public static let stateLimit = 2_000_000

    private let nodes: Int
    private let faults: Int
    private let quorum: QuorumOptions

    /// - Parameter quorum: what nodes take for a quorum; right or wrong.
    public init(nodes: Int, faults: Int, quorum: QuorumOptions? = nil) {
        precondition((2...5).contains(nodes), "A small cluster has two to five nodes.")
        self.nodes = nodes
        self.faults = faults
        self.quorum = quorum ?? QuorumOptions(expectedVotes: nodes)
    }

    /// Looks at all states.
    public func run(by decisions: some ClusterDecisions) -> Report {
        let remembered = RememberedDecisions(decisions)
        var search = FencingSearch(report: Report(nodes: nodes, faults: faults))
        search.visit(atRest(by: remembered), by: remembered)
        return search.report
    }

    /// The cluster after its nodes have met and started what they are to run.
    private func atRest(by decisions: some ClusterDecisions) -> SmallCluster {
        let names = (1...nodes).map { NodeName("node\($0)") }
        var cluster = SmallCluster(
            names: names, configuration: Self.configuration(names), quorum: quorum)
        while let move = cluster.moves.first { cluster.make(move, by: decisions) }
        cluster.faultsLeft = faults
        return cluster
    }

    /// One resource that must not be active twice, and fencing for all nodes.
    private static func configuration(_ names: [NodeName]) -> ClusterState {
        var state = ClusterState()
        state.nodes = names.map { NodeDefinition($0) }
        state.options.hasWatchdog = true
        state.options.fencingAction = .off
        state.resources = [ResourceDefinition(ResourceID("vip"), .primitive(.dummy))]
        return state
    }
}
