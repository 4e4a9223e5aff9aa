public import Hardware
public import IPMI

/// Somebody whom every controller of a farm knows. Printing it never shows the password.
public struct FleetAccount: Sendable, Hashable {
    public let name: String
    public let password: String
    public let privilege: PrivilegeLevel

    /// IPMI 2.0, section 22.28 and 22.30: what its tables have room for.
    static let longestName = 16
    static let longestPassword = 20

    public init(name: String, password: String, privilege: PrivilegeLevel) {
        self.name = name
        self.password = password
        self.privilege = privilege
    }

    /// Who is known where nobody says.
    public static let usual = FleetAccount(
        name: "admin", password: "password", privilege: .administrator)

    public var credentials: BMCCredentials { BMCCredentials(user: name, password: password) }

    public var user: UserAccount {
        UserAccount(name: name, password: password, privilege: privilege)
    }
}

extension FleetAccount: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "\(name):*** (\(privilege.name))" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: []) }
}
