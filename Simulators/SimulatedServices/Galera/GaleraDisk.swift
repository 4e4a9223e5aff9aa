/// What of a Galera node is on its disk, and survives its process and its host's power.
public struct GaleraDisk: Sendable, Hashable {
    public struct Row: Sendable, Hashable {
        public var value: String?
        /// The write set that wrote it last.
        public var sequence: Int
    }

    /// Which history the data belongs to (the state's UUID); `nil` before the first.
    public internal(set) var state: String?
    public internal(set) var rows: [String: Row] = [:]
    /// The last write set in the tables: what `mysqld --wsrep-recover` finds. -1 without data.
    public internal(set) var recovered = -1
    /// `seqno` of `grastate.dat`: -1 while the node runs and after it crashed.
    public internal(set) var grastate = -1
    /// `safe_to_bootstrap` of `grastate.dat`: the node was the last to leave in good order.
    public internal(set) var isSafeToBootstrap = false
    /// How often it was started.
    var runs = 0

    public init() {}

    /// What an operator does to have a node's data thrown away and copied anew.
    public mutating func wipe() {
        let runs = runs
        self = GaleraDisk()
        self.runs = runs
    }
}
