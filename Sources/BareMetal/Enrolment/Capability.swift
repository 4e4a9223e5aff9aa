/// Something a node can do or is meant for (an entry of Ironic's `capabilities` property).
public struct Capability: Sendable, Hashable, Codable {
    /// The capability by which TripleO matches a node with a flavor.
    public static let profileName = "profile"
    /// The capability by which operators choose between `bios` and `uefi`.
    public static let bootModeName = "boot_mode"

    public let name: String
    public let value: String

    public init(name: String, value: String) {
        self.name = name
        self.value = value
    }
}

extension Capability: CustomStringConvertible {
    public var description: String { "\(name):\(value)" }
}
