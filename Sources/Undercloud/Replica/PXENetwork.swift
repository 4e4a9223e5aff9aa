import BareMetal
import Hardware
import Network
import World

/// The bare-metal service's view of the network: boot configurations in the same store.
struct PXENetwork: ProvisioningNetwork {
    let log: BootLog

    func admit(_ addresses: [MACAddress], files: BootFiles, in transaction: inout Transaction) {
        for address in addresses {
            transaction.put(PXEConfiguration(address: address, files: files))
        }
    }

    func dismiss(_ addresses: [MACAddress], in transaction: inout Transaction) {
        for address in addresses {
            transaction.remove(
                DocumentKey(kind: PXEConfiguration.kind, id: address.description))
        }
    }

    func lastBoot(of addresses: [MACAddress], since: Instant) async -> String {
        switch await log.sighting(of: addresses, since: since)?.outcome {
        case nil: "its firmware was not heard asking for an address"
        case .offered?: "its firmware was offered the ramdisk"
        case .declined?: "its firmware asked for an address when it was offered nothing"
        case .misled(let server)?: "another DHCP server, \(server), answered its firmware"
        }
    }
}
