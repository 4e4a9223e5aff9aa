/// A fleet to be made up: what its machines measure, and what is wrong with how many of them.
public struct FleetSpecification: Sendable, Hashable {
    /// How healthy machines' figures scatter about their group's centre.
    public enum Shape: String, Sendable, Hashable, CaseIterable {
        case normal
        /// Student's distribution with three degrees of freedom.
        case heavyTailed = "heavy-tailed"
        /// Two firmware levels that no grouping fact tells, one an eighth slower in memory.
        case bimodal
    }

    /// What a sick machine is slow in.
    public enum Sickness: String, Sendable, Hashable, CaseIterable {
        /// All figures of one part: the processors, the memory, a disk, the network.
        case part
        /// One single figure.
        case figure
    }

    public let machines: Int
    /// The part of them that is sick; at least one machine.
    public let sick: Double
    /// How much less a sick machine gives, in spreads of its group.
    public let spreads: Double
    public let shape: Shape
    public let sickness: Sickness
    /// The spread of healthy machines as a part of the centre.
    public let spread: Double

    public init(
        machines: Int, sick: Double, spreads: Double, shape: Shape = .normal,
        sickness: Sickness = .part, spread: Double = 0.02
    ) {
        self.machines = machines
        self.sick = sick
        self.spreads = spreads
        self.shape = shape
        self.sickness = sickness
        self.spread = spread
    }

    public var sickMachines: Int { max(1, Int((sick * Double(machines)).rounded())) }

    /// How much less a sick machine gives, as a part.
    public var effect: Double { spreads * spread }
}
