internal import OrderedCollections

/// One node's part of the cluster manager: who decides, what is done, and what is known.
///
/// A model of Pacemaker's controller, executor and fencer on one node, as a state machine: it is
/// told what happens and says what it wants done, and touches nothing. The coordinator is the
/// lowest member (where Pacemaker elects the one that is up for longest). It invites the others,
/// works out transitions, has them carried out, and begins anew whenever something happens that a
/// transition did not foresee. What it knows it tells all members, so that the next coordinator
/// knows what a lost one was doing.
public struct ClusterNode: Sendable, Hashable {
    public let name: NodeName
    /// What the cluster is told to do; it knows nothing of nodes' states.
    public let configuration: ClusterState
    public let topology: FencingTopology
    public internal(set) var members: [NodeName] = []
    public internal(set) var isQuorate = false
    public internal(set) var coordinator: NodeName?
    /// What this node has done.
    public internal(set) var own: NodeStatus
    var known: OrderedDictionary<NodeName, NodeStatus> = [:]
    var run: TransitionRun?
    var transitions = 0
    var fencings: OrderedDictionary<NodeName, FencingRun> = [:]
    var attempts: OrderedDictionary<NodeName, Int> = [:]
    var wantsPlan = false
    var calls = 0

    public init(
        _ name: NodeName, configuration: ClusterState, topology: FencingTopology = FencingTopology()
    ) {
        self.name = name
        self.configuration = configuration
        self.topology = topology
        let id = configuration.nodes.first { $0.name == name }?.id
        own = NodeStatus(name, id: id)
    }

    public var isCoordinator: Bool { coordinator == name }

    /// Takes in what happened.
    ///
    /// - Returns: what is to be done, in this order.
    public mutating func handle(
        _ event: ClusterEvent, by decisions: some ClusterDecisions
    ) -> [ClusterEffect] {
        var effects: [ClusterEffect] = []
        switch event {
        case .membership(let members, let isQuorate):
            effects += change(members: members, isQuorate: isQuorate)
        case .received(let message, let sender): effects += receive(message, from: sender)
        case .performed(let request, let code): effects += note(request, code)
        case .fenced(let request, let outcome): effects += note(request, outcome)
        case .recheck:
            attempts = [:]
            wantsPlan = true
        }
        return effects + proceed(by: decisions)
    }

    /// What the cluster is, as this node knows it.
    public var state: ClusterState {
        var state = configuration
        state.hasQuorum = isQuorate
        state.coordinator = coordinator
        state.statuses = known.values.sorted { $0.node < $1.node }
        return state
    }
}
