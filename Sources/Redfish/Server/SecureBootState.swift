/// A machine's secure boot: what is in force since it last started, and what its next start brings.
struct SecureBootState: Sendable, Hashable {
    /// What `ResetKeys` can do (schema SecureBoot).
    enum KeyReset: String, Sendable, Hashable, CaseIterable {
        case factory = "ResetAllKeysToDefault"
        case none = "DeleteAllKeys"
        case noPlatformKey = "DeletePK"
    }

    /// Whether it is wanted from the next start on.
    var isEnabled = false
    private(set) var isInForce = false
    /// Without a platform key the firmware lets anybody enrol one, and checks nothing
    /// (UEFI 2.10, section 32.3).
    private(set) var hasPlatformKey = true

    var mode: String { hasPlatformKey ? "UserMode" : "SetupMode" }

    /// The machine starts.
    mutating func start() { isInForce = isEnabled && hasPlatformKey }

    mutating func reset(_ keys: KeyReset) { hasPlatformKey = keys == .factory }
}
