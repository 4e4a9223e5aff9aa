/// One user of a controller. Printing it never shows the password.
public struct UserAccount: Sendable, Hashable {
    /// At most 16 bytes.
    var name: [UInt8]
    var secret: Secret
    var privilege: PrivilegeLevel?
    var isEnabled = true
    /// What Set User Access stores beside the privilege: callback only, link and messaging.
    var accessFlags: UInt8 = 0x30
    /// Whether the password was set with 20 bytes, and not 16.
    var hasLongPassword: Bool
    /// Set User Payload Access: SOL and the rest.
    var payloads: [UInt8] = [0x02, 0, 0, 0]

    static let messaging: UInt8 = 0x10

    public init(name: String, password: String, privilege: PrivilegeLevel) {
        self.name = Array(name.utf8.prefix(RAKPMessage.longestName))
        secret = Secret(password)
        self.privilege = privilege
        hasLongPassword = password.utf8.count > LegacyPacket.codeLength
    }

    /// A place that nobody has taken.
    static let unused: UserAccount = {
        var account = UserAccount(name: "", password: "", privilege: .user)
        account.privilege = nil
        account.isEnabled = false
        account.accessFlags = 0
        return account
    }()

    /// Whether it may log in at all. The unnamed user may not.
    var mayLogIn: Bool {
        isEnabled && !name.isEmpty && privilege != nil && accessFlags & Self.messaging != 0
    }
}

extension UserAccount: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "\(String(decoding: name, as: UTF8.self)):***" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: []) }
}
