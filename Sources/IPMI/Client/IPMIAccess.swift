public import Hardware

/// How to open a session with a controller. Printing it never shows the password.
public struct IPMIAccess: Sendable, Hashable {
    let userName: [UInt8]
    let password: Secret
    let controllerKey: Secret?
    let privilege: PrivilegeLevel
    let suites: [CipherSuite]
    let version: SessionVersion

    /// - Parameters:
    ///   - controllerKey: nil where the password takes its place.
    ///   - suites: in the order in which they are tried.
    public init(
        _ credentials: BMCCredentials, privilege: PrivilegeLevel = .administrator,
        controllerKey: ControllerKey? = nil, suites: [CipherSuite] = CipherSuite.preferred,
        version: SessionVersion = .newest
    ) {
        precondition(!suites.isEmpty, "A session needs a cipher suite.")
        userName = Array(credentials.user.utf8.prefix(RAKPMessage.longestName))
        password = Secret(credentials.password)
        self.controllerKey = controllerKey?.secret
        self.privilege = privilege
        self.suites = suites
        self.version = version
    }
}

extension IPMIAccess: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "\(String(decoding: userName, as: UTF8.self)):***" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: []) }
}
