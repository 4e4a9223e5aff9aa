import Hardware
public import World

/// Why a record is not written, changed or deleted as asked.
public enum RecordRefusal: Error, Sendable, Hashable {
    /// What was asked makes no sense by itself (HTTP 400).
    case invalid(String)
    /// There is no such thing (HTTP 404).
    case notFound(String)
    /// It contradicts another record (HTTP 409).
    case conflict(String)
    /// The node's state does not allow it now (HTTP 409).
    case wrongState(String)
    /// The VIF is attached already, to the port or portgroup of this identifier (HTTP 409).
    case alreadyAttached(VIF, to: Identifier)
    /// No port or portgroup is left for the VIF (HTTP 400).
    case noFreePort(VIF)
    /// The VIF is not attached to the node (HTTP 400).
    case notAttached(VIF, NodeName)

    /// The status Ironic's API answers with.
    public var status: Int {
        switch self {
        case .invalid, .noFreePort, .notAttached: 400
        case .notFound: 404
        case .conflict, .wrongState, .alreadyAttached: 409
        }
    }

    /// Whether the same request can succeed later with nothing else changed by an operator.
    public var isTransient: Bool { if case .wrongState = self { true } else { false } }
}

extension RecordRefusal: CustomStringConvertible {
    public var description: String {
        switch self {
        case .invalid(let reason), .notFound(let reason), .conflict(let reason),
            .wrongState(let reason):
            reason
        case .alreadyAttached(let vif, let holder): "VIF \(vif) is already attached to \(holder)"
        case .noFreePort(let vif): "no port or portgroup is free for VIF \(vif)"
        case .notAttached(let vif, let node): "VIF \(vif) is not attached to node \(node)"
        }
    }
}
