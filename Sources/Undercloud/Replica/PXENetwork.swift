import BareMetal
import Hardware
import Networks
import World

/// The bare-metal service's view of the network: boot configurations in the same store.
struct PXENetwork: ProvisioningNetwork {
    let log: BootLog

    func admit(
        _ addresses: [MACAddress], files: BootFiles, to vlan: VLAN,
        in transaction: inout Transaction
    ) {
        for address in addresses {
            transaction.put(PXEConfiguration(address: address, files: files, vlan: vlan))
        }
    }

    func dismiss(_ addresses: [MACAddress], in transaction: inout Transaction) {
        for address in addresses {
            transaction.remove(
                DocumentKey(kind: PXEConfiguration.kind, id: address.description))
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
            guard let link = port.localLink, let name = link.switchInfo ?? link.switchID,
                let place = link.portID
            else { continue }
            transaction.put(
                PortBinding(
                    address: port.address, switchName: SwitchName(name), port: place, vlan: vlan))
        }
    }

    func unbind(_ addresses: [MACAddress], in transaction: inout Transaction) {
        for address in addresses {
            transaction.remove(DocumentKey(kind: PortBinding.kind, id: address.description))
        }
    }

    func lastBoot(of addresses: [MACAddress], since: Instant) async -> String {
        switch await log.sighting(of: addresses, since: since)?.outcome {
        case nil: "its firmware was not heard asking for an address"
        case .offered?: "its firmware was offered the ramdisk"
        case .declined?: "its firmware asked for an address when it was offered nothing"
        case .astray(let vlan, let due)?:
            "its firmware asked for an address in network '\(vlan.rawValue)' and not in "
                + "'\(due.rawValue)', which its switch port was to be put into"
        case .misled(let server)?: "another DHCP server, \(server), answered its firmware"
        }
    }
}
