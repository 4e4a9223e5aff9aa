public import Hardware
public import Plans

/// What the scheduler knows of a machine: its node's properties after introspection.
public struct HostProperties: Sendable, Hashable, Codable {
    /// Logical processors.
    public let processors: Int
    public let memory: ByteCount
    /// Usable room on the root disk.
    public let localDisk: ByteCount
    public let architecture: Architecture
    /// Ironic's capabilities: `profile`, `boot_mode`, `compute_profile`.
    public let capabilities: [String: String]
    public let resourceClass: ResourceClass?
    public let traits: [Trait]

    public init(
        processors: Int,
        memory: ByteCount,
        localDisk: ByteCount,
        architecture: Architecture,
        capabilities: [String: String],
        resourceClass: ResourceClass? = nil,
        traits: [Trait] = []
    ) {
        self.processors = processors
        self.memory = memory
        self.localDisk = localDisk
        self.architecture = architecture
        self.capabilities = capabilities
        self.resourceClass = resourceClass
        self.traits = traits
    }

    /// The profile the machine is tagged with.
    public var profile: ProfileName? { capabilities["profile"].map { ProfileName($0) } }

    /// Whether the machine could be tagged with `profile`: matching hardware says so with a
    /// capability `<profile>_profile` of `1` or `true`.
    public func couldHave(_ profile: ProfileName) -> Bool {
        let mark = capabilities["\(profile)_profile"]?.lowercased()
        return mark == "1" || mark == "true"
    }
}
