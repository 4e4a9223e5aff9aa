public import Hardware

/// What introspection must know of a node before it believes a report about it.
public struct IntrospectedNode: Sendable, Hashable {
    public let bmc: BMCAddress
    /// The addresses of the ports it has.
    public let ports: [MACAddress]

    public init(bmc: BMCAddress, ports: [MACAddress]) {
        self.bmc = bmc
        self.ports = ports
    }
}
