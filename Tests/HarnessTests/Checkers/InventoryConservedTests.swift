import BareMetal
import Hardware
import Images
import Testing
import Undercloud
import World

@testable import Harness

@Suite("The checker inventory-conserved")
struct InventoryConservedTests {
    private let locked = Sample.node("node-1", .available, lockedBy: Sample.lock("seed/x#1"))
    private let other = Sample.node("node-2", .active)
    private let intent = Sample.intent("a", .deploy, on: "node-2", .done)
    private let handover = Handover(checksum: "c", documents: 3)

    private func pivot(taking documents: [any StoredDocument]) -> Violation? {
        var store = StoreScript()
        // Through the panel, which decodes what arrives encoded.
        var panel = CheckerPanel([InventoryConserved()])
        var found = panel.observe(store.commit(locked, other, intent))
        found += panel.observe(store.takeOver(documents, and: [handover]))
        return found.first
    }

    @Test("has nothing against a takeover of everything, whoever held the locks")
    func whole() {
        #expect(pivot(taking: [Sample.node("node-1", .available), other, intent]) == nil)
    }

    @Test("sees a node that was not taken over")
    func dropped() {
        #expect(pivot(taking: [other, intent])?.subject == "node/node-1")
    }

    @Test("sees a node that was changed by the takeover")
    func changed() {
        let changed = Sample.node("node-2", .available)
        #expect(pivot(taking: [locked, changed, intent])?.message == "was changed by the takeover")
    }

    @Test("sees an intent that was not taken over")
    func lostIntent() {
        #expect(pivot(taking: [locked, other])?.subject == "intent/a")
    }

    @Test("sees a node that the seed never had")
    func invented() {
        let stranger = Sample.node("node-3", .available)
        #expect(pivot(taking: [locked, other, intent, stranger])?.subject == "node/node-3")
    }

    @Test("sees a node that is deleted")
    func deleted() {
        var (checker, store) = (InventoryConserved(), StoreScript())
        let violation = checker.show([
            store.commit(other),
            store.commit(deleting: [DocumentKey(kind: Node.kind, id: "node-2")]),
        ])
        #expect(violation?.message == "the node was deleted")
    }
}
