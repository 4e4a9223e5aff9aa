import Networks

/// The network that servers are provisioned in.
///
/// Source: instack-undercloud's `ctlplane` and `ctlplane-subnet`, its `local_ip` and the start of
/// its range. The block is wider than the 192.168.24.0/24 there, which has room for twenty servers.
enum ControlPlaneNetwork {
    static let name = "ctlplane"

    static let network = NetworkRecord(id: name, name: name)

    static let subnet: SubnetRecord = {
        guard let block = AddressBlock("192.168.0.0/16"),
            let gateway = IPAddress("192.168.24.1"), let start = IPAddress("192.168.24.5"),
            let end = IPAddress("192.168.255.254")
        else { preconditionFailure("The control plane's addresses are addresses.") }
        return SubnetRecord(
            id: "\(name)-subnet", name: "\(name)-subnet", network: name, block: block,
            gateway: gateway, pools: [SubnetRecord.Pool(start: start, end: end)])
    }()
}
