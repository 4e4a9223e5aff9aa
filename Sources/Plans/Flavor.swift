public import Hardware

/// The size of machine a role asks for, and the profile where it asks for one (Nova's flavor).
public struct Flavor: Sendable, Hashable, Codable {
    public let name: FlavorName
    /// Logical processors, at least.
    public let processors: Int
    public let memory: ByteCount
    /// Room on the root disk, at least.
    public let disk: ByteCount
    /// The profile a machine must be tagged with; nil takes any machine.
    public let profile: ProfileName?
    /// The architecture a machine must have; nil takes any machine.
    public let architecture: Architecture?
    /// The class a machine must be of; nil takes any machine.
    public let resourceClass: ResourceClass?
    /// What a machine must have, all of it.
    public let traits: [Trait]

    public init(
        name: FlavorName,
        processors: Int,
        memory: ByteCount,
        disk: ByteCount,
        profile: ProfileName? = nil,
        architecture: Architecture? = nil,
        resourceClass: ResourceClass? = nil,
        traits: [Trait] = []
    ) {
        self.name = name
        self.processors = processors
        self.memory = memory
        self.disk = disk
        self.profile = profile
        self.architecture = architecture
        self.resourceClass = resourceClass
        self.traits = traits
    }
}
