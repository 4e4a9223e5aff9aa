/// Somebody who may log in. Printing it never shows the password.
public struct RedfishAccount: Sendable, Hashable {
    public let name: String
    var password: [UInt8]
    public internal(set) var role: RedfishRole
    public internal(set) var isEnabled = true

    public init(name: String, password: String, role: RedfishRole) {
        self.name = name
        self.password = Array(password.utf8)
        self.role = role
    }

    /// Takes the same time wherever the passwords differ.
    func opens(with other: some Collection<UInt8>) -> Bool {
        var difference = UInt8(password.count == other.count ? 0 : 1)
        for (index, byte) in other.enumerated() {
            difference |= byte ^ (password.isEmpty ? 0 : password[index % password.count])
        }
        return difference == 0 && isEnabled && !password.isEmpty
    }
}

extension RedfishAccount: CustomStringConvertible, CustomDebugStringConvertible,
    CustomReflectable
{
    public var description: String { "\(name):***" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: []) }
}
