import Hardware
import Networks
import Testing
import Undercloud
import World

@testable import Harness

@Suite("The checker one-address")
struct OneAddressTests {
    private static func lease(_ interface: UInt64, _ slot: Int) -> AddressLease {
        AddressLease(address: MACAddress(rawValue: 0x5254_0000_0000 + interface), slot: slot)
    }

    /// Two addresses are lent, and then something is seen.
    private func seeing(_ last: (inout StoreScript) -> Observation) -> Violation? {
        var store = StoreScript()
        // Through the panel, which decodes what arrives encoded.
        var panel = CheckerPanel([OneAddress()])
        var found = panel.observe(store.commit(AddressCursor(next: 1), Self.lease(1, 0)))
        found += panel.observe(store.commit(AddressCursor(next: 2), Self.lease(2, 1)))
        return (found + panel.observe(last(&store))).first
    }

    private func handingOver(_ documents: [any StoredDocument]) -> Violation? {
        seeing { $0.takeOver(documents, and: [Handover(checksum: "c", documents: 3)]) }
    }

    @Test("has nothing against one address after the other, nor a handover of all")
    func distinct() {
        #expect(seeing { $0.commit(AddressCursor(next: 3), Self.lease(3, 2)) } == nil)
        #expect(handingOver([Self.lease(1, 0), Self.lease(2, 1), AddressCursor(next: 2)]) == nil)
    }

    @Test("sees an address that is lent twice")
    func twice() {
        let found = seeing { $0.commit(Self.lease(3, 1)) }
        #expect(found?.subject == Self.lease(3, 1).id)
        #expect(found?.message == "address 1 was lent to it and to \(Self.lease(2, 1).id)")
    }

    @Test("sees a count that goes back, and a lease that is not counted")
    func uncounted() {
        #expect(seeing { $0.commit(AddressCursor(next: 1)) }?.subject == AddressCursor.onlyID)
        #expect(seeing { $0.commit(Self.lease(3, 2)) }?.checker == "one-address")
    }

    @Test("sees an interface that gets another address, or loses its own")
    func moved() {
        let change = { (store: inout StoreScript) in
            store.commit(AddressCursor(next: 3), Self.lease(1, 2))
        }
        #expect(seeing(change)?.message == "its address was 0 and became 2")
        let key = DocumentKey(kind: AddressLease.kind, id: Self.lease(1, 0).id)
        #expect(
            seeing { $0.commit(deleting: [key]) }?.message == "its address 0 was taken back")
    }

    @Test("sees what a handover leaves behind")
    func leftBehind() {
        let (first, second) = (Self.lease(1, 0), Self.lease(2, 1))
        #expect(handingOver([first, AddressCursor(next: 2)])?.subject == second.id)
        #expect(handingOver([first, second])?.subject == AddressCursor.onlyID)
        #expect(handingOver([first, second, AddressCursor(next: 1)]) != nil)
    }
}
