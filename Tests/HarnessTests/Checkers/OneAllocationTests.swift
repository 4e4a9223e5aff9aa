import BareMetal
import Compute
import Hardware
import Testing
import Undercloud
import World

@testable import Harness

@Suite("The checker one-allocation")
struct OneAllocationTests {
    private static let first = Identifier(text: "i-1")
    private static let second = Identifier(text: "i-2")

    private func node(_ name: NodeName, _ allocation: Identifier? = nil) -> Node {
        var node = Sample.node(name)
        node.allocation = allocation
        return node
    }

    private func allocation(_ uuid: Identifier, on node: NodeName?) -> Allocation {
        let wanted = Allocation(uuid: uuid, resourceClass: nil)
        return node.map(wanted.granted) ?? wanted
    }

    private func key(_ uuid: Identifier) -> DocumentKey {
        DocumentKey(kind: Allocation.kind, id: uuid.text)
    }

    @Test("has nothing against a claim that is made and given back in one commit each")
    func balanced() {
        var (checker, store) = (OneAllocation(), StoreScript())
        let violation = checker.show([
            store.commit(allocation(Self.first, on: nil)),
            store.commit(node("node-1", Self.first), allocation(Self.first, on: "node-1")),
            store.commit(node("node-1"), deleting: [key(Self.first)]),
            store.commit(node("node-1", Self.second), allocation(Self.second, on: "node-1")),
        ])
        #expect(violation == nil)
    }

    @Test("sees an allocation that outlives its node's claim")
    func left() {
        var (checker, store) = (OneAllocation(), StoreScript())
        let violation = checker.show([
            store.commit(node("node-1", Self.first), allocation(Self.first, on: "node-1")),
            store.commit(node("node-1")),
        ])
        #expect(violation?.subject == "i-1")
        #expect(violation?.message == "it has node-1, which is claimed by none")
    }

    @Test("sees an allocation that comes back")
    func returned() {
        var (checker, store) = (OneAllocation(), StoreScript())
        let violation = checker.show([
            store.commit(node("node-1", Self.first), allocation(Self.first, on: "node-1")),
            store.commit(node("node-1"), deleting: [key(Self.first)]),
            store.commit(allocation(Self.first, on: "node-1")),
        ])
        #expect(violation?.subject == "i-1")
    }

    @Test("sees one node given to two allocations, and one allocation with two nodes")
    func shared() {
        var (checker, store) = (OneAllocation(), StoreScript())
        var violation = checker.show([
            store.commit(node("node-1", Self.first), allocation(Self.first, on: "node-1")),
            store.commit(allocation(Self.second, on: "node-1")),
        ])
        #expect(violation?.message == "it has node-1, which is claimed by i-1")
        (checker, store) = (OneAllocation(), StoreScript())
        violation = checker.show([
            store.commit(node("node-1", Self.first), allocation(Self.first, on: "node-1")),
            store.commit(node("node-2", Self.first)),
        ])
        #expect(violation?.message == "it is claimed by allocation i-1, which has node-1")
    }

    @Test("sees a claim of an allocation that is gone")
    func gone() {
        var (checker, store) = (OneAllocation(), StoreScript())
        let violation = checker.show([
            store.commit(node("node-1", Self.first), allocation(Self.first, on: "node-1")),
            store.commit(deleting: [key(Self.first)]),
        ])
        #expect(violation?.subject == "node-1")
    }

    @Test("sees an allocation that outlives its server's instance")
    func outlived() {
        var (checker, store) = (OneAllocation(), StoreScript())
        var server = Sample.server(0, on: "node-1")
        server.instance = Self.first
        var free = server
        free.instance = nil
        let violation = checker.show([
            store.commit(
                server, node("node-1", Self.first), allocation(Self.first, on: "node-1")),
            store.commit(free),
        ])
        #expect(violation?.subject == "compute-0")
        #expect(violation?.message == "its allocation i-1 outlives its instance")
    }
}
