import BareMetal
import Hardware
import Network
import World

/// The bare-metal service's view of the network: boot configurations in the same store.
struct PXENetwork: ProvisioningNetwork {
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
}
