/// What a machine does by itself when its supply comes back (IPMI 2.0, chassis power restore
/// policy, section 28.8).
public enum PowerRestorePolicy: String, Sendable, Hashable, Codable, CaseIterable {
    /// It goes on if it was on.
    case last
    case alwaysOn = "always-on"
    /// It stays off until somebody switches it on.
    case alwaysOff = "always-off"
}
