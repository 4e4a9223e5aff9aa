public import Hardware

/// A rack of a run's world, and the machines in it.
public struct RackContents: Sendable, Hashable {
    public let rack: RackName
    /// From the first to the last, as they were racked.
    public let machines: [MachineName]

    public init(rack: RackName, machines: [MachineName]) {
        self.rack = rack
        self.machines = machines
    }
}
