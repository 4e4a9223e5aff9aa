/// How a node is to be driven, beyond the way to its controller; what its operator did not choose
/// is the service's choice.
public struct DriverSettings: Sendable, Hashable, Codable {
    /// The kernel and the ramdisk of the agent that deploys the node (`deploy_kernel`,
    /// `deploy_ramdisk`): an image's name or address.
    public var kernel: String?
    public var ramdisk: String?
    /// The kind of machine that TripleO's architecture-specific images go by.
    public var platform: String?
    /// Implementations by the interface they are chosen for: `deploy_interface`, and so on.
    public var interfaces: [String: String]
    /// What the driver is told as it stands, such as `ipmi_bridging`, by Ironic's name for it.
    public var parameters: [String: String]

    public init(
        kernel: String? = nil, ramdisk: String? = nil, platform: String? = nil,
        interfaces: [String: String] = [:], parameters: [String: String] = [:]
    ) {
        self.kernel = kernel
        self.ramdisk = ramdisk
        self.platform = platform
        self.interfaces = interfaces
        self.parameters = parameters
    }

    /// Whether nothing was chosen.
    public var isEmpty: Bool { self == DriverSettings() }

    /// The interfaces a node has implementations for.
    static let interfaceKeys = [
        "bios", "boot", "console", "deploy", "firmware", "inspect", "management", "network",
        "power", "raid", "rescue", "storage", "vendor",
    ].map { $0 + "_interface" }

    /// Whether a parameter's value is for nobody's eyes.
    static func isSecret(_ parameter: String) -> Bool {
        ["password", "key", "secret", "token", "community"].contains { parameter.contains($0) }
    }
}
