/// Why bytes are no JSON.
public enum JSONError: Error, Sendable, Hashable {
    /// What stands at this byte is none (RFC 8259).
    case malformed(at: Int)
    /// More than ``JSONLimits`` allow.
    case tooDeep
    case tooManyMembers
}
