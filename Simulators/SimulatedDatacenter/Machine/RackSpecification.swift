public import Hardware

/// A rack and its top-of-rack switch.
public struct RackSpecification: Sendable, Hashable {
    public let name: RackName
    /// The speed of the switch's link to the core, each way.
    public let uplink: Bandwidth

    public init(name: RackName, uplink: Bandwidth = .gigabits(40)) {
        self.name = name
        self.uplink = uplink
    }
}
