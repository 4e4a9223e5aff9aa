/// Why a controller did not accept a call.
///
/// These are the operating errors a deployment must survive. A broken invariant is not among
/// them: it traps.
public enum BMCError: Error, Hashable {
    /// No reply came in time. The call may have taken effect all the same.
    case unreachable(waited: Duration)
    /// The controller replied that it cannot take the call now.
    case busy
    /// No way leads to the controller now, or it was lost on the way, with the reason.
    case disconnected(String)
    /// The controller refused the credentials.
    case unauthorized
    /// The machine has no such boot device.
    case unsupported(BootDevice)
    /// The controller understood what was asked and will not do it, with its reason.
    case refused(String)
    /// No controller answers to this address and driver.
    case unknownController(BMCAddress)
    /// The caller was cancelled or its handle on the world was revoked.
    case revoked

    /// Whether the same call can succeed later with nothing changed by an operator.
    public var isTransient: Bool {
        switch self {
        case .unreachable, .busy, .disconnected: true
        case .unauthorized, .unsupported, .refused, .unknownController, .revoked: false
        }
    }
}

extension BMCError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .unreachable(let waited):
            "the controller did not answer within \(waited.components.seconds) s"
        case .busy: "the controller is busy"
        case .disconnected(let reason): reason
        case .unauthorized: "the controller refused the user or the password"
        case .unsupported(let device): "the machine has no boot device '\(device.rawValue)'"
        case .refused(let reason): "the controller refuses: \(reason)"
        case .unknownController(let address): "no controller answers at \(address)"
        case .revoked: "the caller was stopped"
        }
    }
}
