import BareMetal
import Hardware
import Network
import World

/// Who may start a ramdisk, as documents in the node's own store.
struct BenchBootNetwork: ProvisioningNetwork {
    func admit(_ addresses: [MACAddress], files: BootFiles, in transaction: inout Transaction) {
        for address in addresses {
            transaction.put(PXEConfiguration(address: address, files: files))
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
