public import Hardware
public import World

/// What a machine really is and does, whatever anybody believes of it.
public struct MachineTruth: Sendable, Hashable {
    /// What its processors execute.
    public enum Running: Sendable, Hashable {
        /// It is off, starting, or found nothing to start.
        case nothing
        /// A ramdisk from the network.
        case ramdisk
        /// What was on one of its disks.
        case disk(contents: ImageDigest, extent: WrittenExtent)
    }

    /// Whether something is wrong with it that will not end.
    public enum Fitness: Sendable, Hashable {
        case fit
        /// A fault that the scenario never ends is in force.
        case faultyForGood
    }

    public let name: MachineName
    public let power: PowerState
    public let running: Running
    public let fitness: Fitness
    /// Its software RAID that is not whole.
    public let raid: [SoftwareRAIDCondition]

    public init(
        name: MachineName, power: PowerState, running: Running, fitness: Fitness,
        raid: [SoftwareRAIDCondition] = []
    ) {
        self.name = name
        self.power = power
        self.running = running
        self.fitness = fitness
        self.raid = raid
    }
}
