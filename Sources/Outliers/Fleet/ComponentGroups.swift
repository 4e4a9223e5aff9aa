public import Facts

/// How one component tells machines apart.
public struct ComponentGroups: Sendable {
    /// Machines that have the same of it.
    public struct Group: Sendable {
        /// What they have, in order.
        public let facts: [Fact]
        /// Places in the fleet, rising.
        public let machines: [Int]
    }

    public let component: HardwareComponent
    /// In the order of their first machines.
    public let groups: [Group]
}
