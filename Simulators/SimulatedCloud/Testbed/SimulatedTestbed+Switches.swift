import Hardware
import Networks
import SimulatedDatacenter
import World

extension SimulatedTestbed {
    /// Tells whoever drives the switches what the control plane wrote of one port. What arrives
    /// encoded is a copy of what was told before.
    static func follow(_ change: StoreCommit.Change, _ datacenter: SimulatedDatacenter) {
        guard change.encoded == nil, let address = MACAddress(change.key.id) else { return }
        let wish = (change.after as? PortBinding).map {
            PortWish(switchName: $0.switchName, port: $0.port, vlan: $0.vlan)
        }
        datacenter.follow(wish, of: address)
    }
}
