/// Which IPMI a client speaks with a controller.
public enum SessionVersion: String, Sendable, Hashable, CaseIterable {
    /// 2.0; 1.5 with a controller that has no other and has passwords signed with MD5.
    case newest
    case current = "2.0"
    /// Also where the password is sent in the clear, or none is asked for.
    case legacy = "1.5"
}
