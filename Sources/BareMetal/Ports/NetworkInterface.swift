/// How a node's networks are driven (Ironic's `network_interface`).
public enum NetworkInterface: String, Sendable, Hashable, Codable, CaseIterable {
    /// The network service plugs switch ports, and must know where each cable ends.
    case neutron
    /// All nodes share one network.
    case flat
    case noop
}
