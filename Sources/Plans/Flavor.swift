public import Hardware

/// The size of machine a role asks for, and the profile where it asks for one (Nova's flavor).
public struct Flavor: Sendable, Hashable, Codable {
    public let name: FlavorName
    /// Logical processors, at least.
    public let processors: Int
    public let memory: ByteCount
    /// Room on the root disk, at least.
    public let disk: ByteCount
    /// Room for what a rebuild may keep, and for swap. Where either is asked for, the image is that
    /// of a root file system, and the disk is divided for it.
    public let ephemeral: ByteCount
    public let swap: ByteCount
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
        ephemeral: ByteCount = .zero,
        swap: ByteCount = .zero,
        profile: ProfileName? = nil,
        architecture: Architecture? = nil,
        resourceClass: ResourceClass? = nil,
        traits: [Trait] = []
    ) {
        self.name = name
        self.processors = processors
        self.memory = memory
        self.disk = disk
        self.ephemeral = ephemeral
        self.swap = swap
        self.profile = profile
        self.architecture = architecture
        self.resourceClass = resourceClass
        self.traits = traits
    }

    /// How a machine's disk is divided for it; nil where it takes the image of a whole disk.
    public var layout: PartitionLayout? {
        guard ephemeral > .zero || swap > .zero else { return nil }
        return PartitionLayout(root: disk, swap: swap, ephemeral: ephemeral)
    }

    /// The smallest disk that will do, whatever a machine starts by.
    public var leastDisk: ByteCount {
        layout.map { PartitionTable($0, for: .uefi).leastDisk } ?? disk
    }
}
