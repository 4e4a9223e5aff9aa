public import World

/// Why something that a node's state would allow is refused all the same.
public enum NodeRefusal: Error, Sendable, Hashable {
    /// The node is protected.
    case protected(reason: String?)
    /// The node is to leave and is not given out again.
    case retired(reason: String?)
    /// The node has no instance that this could be done to.
    case noInstance
    /// The node belongs to another instance.
    case associated(Identifier)
    /// This is possible in other states only.
    case wrongState(ProvisionState, allowed: [ProvisionState])
    /// A change of power is under way or does not fit the work that is.
    case powerInUse(ProvisionState)
    /// The machine may not be switched off, and this would take that.
    case offSwitchDisabled
    /// An operator has the node in hand, and somebody else asks.
    case inHand
    /// The request itself makes no sense.
    case invalid(String)

    /// Whether the same request can succeed later with nothing changed by an operator.
    public var isTransient: Bool {
        switch self {
        case .wrongState(let state, _), .powerInUse(let state): state.isTransient
        case .protected, .retired, .noInstance, .associated, .offSwitchDisabled, .inHand, .invalid:
            false
        }
    }
}

extension NodeRefusal: CustomStringConvertible {
    public var description: String {
        switch self {
        case .protected(let reason): "it is protected" + Self.text(reason)
        case .retired(let reason): "it is retired" + Self.text(reason)
        case .noInstance: "it has no instance"
        case .associated(let instance): "it belongs to instance \(instance)"
        case .wrongState(let state, let allowed):
            "it is in state '\(state)'; this is possible in: "
                + allowed.map(\.rawValue).joined(separator: ", ")
        case .powerInUse(let state):
            "in state '\(state)' its power belongs to the work under way"
        case .offSwitchDisabled: "its machine may not be switched off (disable_power_off)"
        case .inHand: "an operator has it in hand, and has not asked for it to be provided"
        case .invalid(let reason): reason
        }
    }

    private static func text(_ reason: String?) -> String { reason.map { ": \($0)" } ?? "" }
}
