public import Hardware

/// The undercloud's own machines.
public struct UndercloudPlan: Sendable, Hashable, Codable {
    /// Machines that carry the undercloud when it is whole.
    public let controlNodes: Int
    /// How many of them the seed deploys before state moves over; the undercloud deploys the rest
    /// itself once the seed is off.
    public let fromSeed: Int
    public let flavor: FlavorName
    public let image: ImageName
    /// The conductor group of each control node's conductor, `undercloud-0` first; those that are
    /// not listed are in the default group.
    public let conductorGroups: [ConductorGroup]
    /// Nodes that are inspected, cleaned or deployed at the same time: what the provisioning
    /// network carries.
    public let concurrentRamdisks: Int
    /// What becomes of a machine whose power differs from its record.
    public let powerSync: PowerSyncPolicy
    /// How deep disks are cleaned between two uses.
    public let cleaning: Cleaning
    /// What is found out of machines beyond what every ramdisk tells; nil for nothing.
    public let introspection: IntrospectionPlan?

    public init(
        controlNodes: Int,
        fromSeed: Int,
        flavor: FlavorName,
        image: ImageName = "undercloud-full",
        conductorGroups: [ConductorGroup] = [],
        concurrentRamdisks: Int = PlanLimits.usualRamdisks,
        powerSync: PowerSyncPolicy = .recordFollows,
        cleaning: Cleaning = .metadata,
        introspection: IntrospectionPlan? = nil
    ) {
        self.controlNodes = controlNodes
        self.fromSeed = fromSeed
        self.flavor = flavor
        self.image = image
        self.conductorGroups = conductorGroups
        self.concurrentRamdisks = concurrentRamdisks
        self.powerSync = powerSync
        self.cleaning = cleaning
        self.introspection = introspection
    }
}
