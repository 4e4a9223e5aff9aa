/// What situations a run has been in, for those who look for situations that no run was in yet.
public struct RunCoverage: Sendable, Hashable, Codable {
    /// A state in which a fault was in force: a node's provision state where the fault befell its
    /// machine, or a part of the flow.
    public struct Pair: Sendable, Hashable, Codable, Comparable {
        public let state: String
        public let fault: String

        public init(state: String, fault: String) {
            self.state = state
            self.fault = fault
        }

        public static func < (left: Pair, right: Pair) -> Bool {
            (left.state, left.fault) < (right.state, right.fault)
        }
    }

    /// How often something of a kind happened.
    public struct Count: Sendable, Hashable, Codable {
        public let kind: String
        public let count: Int

        public init(kind: String, count: Int) {
            self.kind = kind
            self.count = count
        }
    }

    /// In order, each once.
    public let pairs: [Pair]
    /// Kinds of journal events, in order.
    public let events: [Count]
    /// Places in the control plane's own code where a fault was let happen, in order.
    public let sites: [Count]

    public init(pairs: [Pair], events: [Count], sites: [Count]) {
        self.pairs = pairs
        self.events = events
        self.sites = sites
    }
}
