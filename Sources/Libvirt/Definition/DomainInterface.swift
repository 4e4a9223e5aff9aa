public import Hardware

/// A network interface of a domain that is to be defined.
public struct DomainInterface: Sendable, Hashable {
    /// What it is cabled to.
    public enum Cable: Sendable, Hashable {
        /// A network of libvirt's, by its name.
        case network(String)
        /// A bridge of the host, by its name.
        case bridge(String)
        /// The hypervisor's own user, without privileges: outgoing connections alone.
        case user
    }

    public let address: MACAddress
    public let cable: Cable

    public init(_ address: MACAddress, _ cable: Cable) {
        self.address = address
        self.cable = cable
    }
}
