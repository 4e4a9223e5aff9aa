import BareMetal
import Hardware
import Testing
import World

@testable import Harness

@Suite("The checker resting-machine")
struct RestingMachineTests {
    private static let address = MACAddress(rawValue: 0x5254_0000_0001)
    private static let key = DocumentKey(kind: Offer.kind, id: address.description)

    /// What stands in the store for a boot configuration.
    private struct Offer: StoredDocument {
        static let kind: DocumentKind = "pxe-configuration"
        static let version = 1
        let id: String
    }

    private func node(_ state: ProvisionState) -> Node {
        var node = Sample.node("node-1", state)
        node.addresses = [Self.address]
        return node
    }

    @Test("has nothing against an offer that ends with the work, nor a machine that is off")
    func tidy() {
        var (checker, store) = (RestingMachine(), StoreScript())
        let violation = checker.show([
            store.commit(node(.manageable)),
            store.commit(node(.cleanWait), Offer(id: Self.address.description)),
            store.tell(MachineEvent.power("node-1", .on)),
            store.tell(MachineEvent.power("node-1", .off)),
            store.commit(node(.available), deleting: [Self.key]),
        ])
        #expect(violation == nil)
    }

    @Test(
        "sees an offer that outlasts the work", arguments: [ProvisionState.active, .deployFailed])
    func offered(_ end: ProvisionState) {
        var (checker, store) = (RestingMachine(), StoreScript())
        let violation = checker.show([
            store.commit(node(.deploying), Offer(id: Self.address.description)),
            store.commit(node(end)),
        ])
        #expect(violation?.checker == "resting-machine")
    }

    @Test("sees a machine that goes into the pool while it is on")
    func leftOn() {
        var (checker, store) = (RestingMachine(), StoreScript())
        let violation = checker.show([
            store.commit(node(.cleaning)), store.tell(MachineEvent.power("node-1", .on)),
            store.commit(node(.available)),
        ])
        #expect(violation?.message == "it went into the pool while it was on")
    }
}
