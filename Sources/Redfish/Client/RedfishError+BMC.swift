public import Hardware

extension RedfishError {
    /// The same for callers that do not know which protocol is spoken.
    public var asBMCError: BMCError {
        switch self {
        case .timeout(let waited): .unreachable(waited: waited)
        case .unauthorized: .unauthorized
        case .cancelled: .revoked
        case .refused, .untrusted, .missing, .malformed, .unsupported, .taskFailed, .taskTimeout:
            isTransient ? .busy : .refused(description)
        }
    }
}
