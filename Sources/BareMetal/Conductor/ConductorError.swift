public import Hardware
public import World

/// Why work on a node ended early.
public enum ConductorError: Error, Hashable {
    /// The node's state does not allow it.
    case refused(ProvisionRefusal)
    /// Something about the node forbids it.
    case forbidden(NodeName, NodeRefusal)
    /// The conductor does all it can at the same time.
    case noFreeWorker(of: Int)
    /// Somebody else works on the node.
    case locked(NodeName, by: Reservation)
    /// The node is left alone.
    case inMaintenance(NodeName, reason: String)
    case unknownNode(String)
    /// A record that belongs to the node, as a port, does not allow it.
    case record(RecordRefusal)
    /// The node is another conductor's, or nobody's.
    case notManaged(NodeName, by: HostAddress?)
    /// The machine did not do as its controller was told.
    case hardware(BMCError, doing: String)
    /// The machine did not come to the wanted state in time.
    case powerNotReached(PowerState, asked: Int)
    /// The controller at the node's address is another machine's than the one that was verified.
    case otherController(BMCAddress, expected: String, found: String)
    /// A ramdisk says that it is the node's, and runs on something else.
    case strangeMachine(NodeName, reason: String)
    /// The work took longer than it may.
    case overdue(doing: String)
    case store(StoreError)
    case network(NetworkError, doing: String)
    /// Steps that were asked for cannot be taken.
    case steps(NodeName, StepRefusal)
    /// A RAID configuration cannot be taken.
    case raid(NodeName, RAIDRefusal)
    /// A step did not succeed.
    case stepFailed(StepName, reason: String)
    /// The term is over: somebody else acts now. Nothing more may be done, not even cleaning up.
    case deposed
    /// The process was stopped.
    case interrupted

    /// Whether whoever catches it has lost the right to clean up.
    public var endsAuthority: Bool {
        switch self {
        case .deposed, .interrupted, .store(.revoked), .hardware(.revoked, _),
            .network(.revoked, _):
            true
        default: false
        }
    }

    /// Whether asking the same again later can help with nothing changed by an operator.
    public var isTransient: Bool {
        switch self {
        // A ring that changes does so everywhere in a moment.
        case .locked, .notManaged, .noFreeWorker: true
        case .refused(let refusal): refusal.isTransient
        case .forbidden(_, let refusal): refusal.isTransient
        case .hardware(let error, _): error.isTransient
        case .store(let error): error.isTransient
        case .network(let error, _): error.isTransient
        case .record(let refusal): refusal.isTransient
        case .powerNotReached, .overdue, .stepFailed: true
        case .otherController, .strangeMachine: false
        case .inMaintenance, .unknownNode, .steps, .raid, .deposed, .interrupted: false
        }
    }
}

extension ConductorError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .refused(let refusal): refusal.description
        case .forbidden(let node, let refusal): "node \(node): \(refusal)"
        case .noFreeWorker(let count): "all \(count) workers are busy; ask again later"
        case .locked(let node, let holder): "node \(node) is locked by \(holder)"
        case .inMaintenance(let node, let reason): "node \(node) is in maintenance: \(reason)"
        case .unknownNode(let name): "there is no node \(name)"
        case .record(let refusal): refusal.description
        case .notManaged(let node, let manager):
            "node \(node) is not managed here, but "
                + (manager.map { "on \($0)" } ?? "by nobody: no conductor of its group is there")
        case .hardware(let error, let doing): "\(doing): \(error)"
        case .powerNotReached(let state, let asked):
            "the machine did not go \(state.rawValue) though asked \(asked) times"
        case .overdue(let doing): "\(doing): the work takes longer than it may"
        case .store(let error): error.description
        case .network(let error, let doing): "\(doing): \(error)"
        case .otherController(let address, let expected, let found):
            "the controller at \(address) is the machine \(found)'s, and not \(expected)'s"
        case .strangeMachine(let node, let reason): "this is not node \(node): \(reason)"
        case .steps(let node, let refusal): "node \(node): \(refusal)"
        case .raid(let node, let refusal): "node \(node): \(refusal)"
        case .stepFailed(let step, let reason): "step \(step) failed: \(reason)"
        case .deposed: "the term is over: another conductor acts now"
        case .interrupted: "the process was stopped"
        }
    }
}
