public import BareMetal
public import Hardware
public import Undercloud

/// What a scenario's operator asks the cloud for while it runs.
public enum Operation: Sendable, Hashable {
    /// That the server on the machine is rebuilt there.
    case rebuild(EphemeralPartition)
    /// Work on the machine's node, or the end of such work.
    case request(NodeRequest)
    /// A change of the machine's power.
    case power(PowerRequest)
    /// That what was last found out of the machine is taken over anew.
    case reapply
    /// Something that concerns the overcloud's stack.
    case stack(StackWish.Content)

    /// What is asked for.
    public var name: OperationName {
        switch self {
        case .rebuild: OperationName(ProvisionVerb.rebuild.rawValue)
        case .request(let request): OperationName(request.verb.rawValue)
        case .power(let request): Self.name(of: request)
        case .reapply: "reapply"
        case .stack(.update): "stack-update"
        case .stack(.clear): "clear-hook"
        case .stack(.cancelUpdate): "cancel-update"
        case .stack(.delete): "stack-delete"
        }
    }

    /// What scenarios call a change of power.
    static func name(of request: PowerRequest) -> OperationName {
        switch request {
        case .on: "power-on"
        case .off: "power-off"
        case .reboot: "reboot"
        case .softReboot: "soft-reboot"
        case .softOff: "soft-off"
        }
    }
}
