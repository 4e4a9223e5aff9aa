public import Hardware

/// Where a host or a service is reached on the provisioning network.
///
/// A service address (`undercloud`) moves between hosts: the last to claim it holds it.
public struct HostAddress: Name {
    public let text: String
    public init(_ text: String) { self.text = text }
}
