public import Hardware

extension LibvirtError {
    /// The same for callers that do not know which protocol is spoken.
    public var asBMCError: BMCError {
        switch self {
        case .timeout(let waited): .unreachable(waited: waited)
        case .disconnected, .lost, .busy, .crowded: .disconnected(description)
        case .unauthorized, .missing, .unsupported, .refused, .malformed, .unfit:
            .refused(description)
        case .cancelled: .revoked
        }
    }
}
