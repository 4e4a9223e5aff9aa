import BareMetal
import Hardware
import Networks
import World

/// Who may start a ramdisk, as documents in the node's own store.
struct BenchBootNetwork: ProvisioningNetwork {
    func admit(
        _ addresses: [MACAddress], files: BootFiles, to vlan: VLAN,
        in transaction: inout Transaction
    ) {
        for address in addresses {
            transaction.put(PXEConfiguration(address: address, files: files, vlan: vlan))
        }
    }

    func offer(
        _ volume: SANTarget, to addresses: [MACAddress], in transaction: inout Transaction
    ) {
        for address in addresses { transaction.put(VolumeBoot(address: address, target: volume)) }
    }

    func withdrawVolume(from addresses: [MACAddress], in transaction: inout Transaction) {
        for address in addresses {
            transaction.remove(DocumentKey(kind: VolumeBoot.kind, id: address.description))
        }
    }

    func bind(_ ports: [Port], to vlan: VLAN, in transaction: inout Transaction) {
        for port in ports {
            guard let link = port.localLink else { continue }
            transaction.put(
                PortBinding(
                    address: port.address, switchName: SwitchName(link.switchInfo ?? "?"),
                    port: link.portID ?? "?", vlan: vlan))
        }
    }

    func unbind(_ addresses: [MACAddress], in transaction: inout Transaction) {
        for address in addresses {
            transaction.remove(DocumentKey(kind: PortBinding.kind, id: address.description))
        }
    }

    func dismiss(_ addresses: [MACAddress], in transaction: inout Transaction) {
        for address in addresses {
            transaction.remove(DocumentKey(kind: PXEConfiguration.kind, id: address.description))
        }
    }

    func lastBoot(of addresses: [MACAddress], since: Instant) async -> String {
        "its firmware was not heard asking for an address"
    }
}
