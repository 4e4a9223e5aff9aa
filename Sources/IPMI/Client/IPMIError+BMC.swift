public import Hardware

extension IPMIError {
    /// The same for callers that do not know which protocol is spoken.
    public var asBMCError: BMCError {
        switch self {
        case .timeout(let waited): .unreachable(waited: waited)
        case .wrongPassword, .wrongKey, .unansweredLogIn: .unauthorized
        case .cancelled: .revoked
        case .handshake(let status):
            switch status {
            case .unauthorizedName, .unauthorizedRole, .invalidCheck: .unauthorized
            default: status.isTransient ? .busy : .refused(description)
            }
        case .command(_, .privilege): .unauthorized
        case .command(_, let code): code.isTransient ? .busy : .refused(description)
        case .noCipherSuite, .noSignature, .malformed: .refused(description)
        }
    }
}
