import BareMetal
import Hardware
import Testing
import World

@testable import Harness

@Suite("The checker one-owner")
struct OneOwnerTests {
    private let first = Sample.instance("i-1", of: "compute-0")
    private let second = Sample.instance("i-2", of: "compute-1")

    @Test("has nothing against an instance that is cleared before the next one comes")
    func cleared() {
        var (checker, store) = (OneOwner(), StoreScript())
        let violation = checker.show([
            store.commit(Sample.server(0, on: "node-1")),
            store.commit(Sample.node("node-1", instance: first)),
            store.commit(Sample.node("node-1")),
            store.commit(Sample.server(0)),
            store.commit(Sample.server(1, on: "node-1")),
            store.commit(Sample.node("node-1", instance: second)),
        ])
        #expect(violation == nil)
    }

    @Test("has nothing against a server that moves while its old node is cleared in one commit")
    func moved() {
        var (checker, store) = (OneOwner(), StoreScript())
        let violation = checker.show([
            store.commit(Sample.node("node-1", instance: first)),
            store.commit(Sample.node("node-2", instance: first), Sample.node("node-1")),
        ])
        #expect(violation == nil)
    }

    @Test("sees an instance that replaces another")
    func replaced() {
        var (checker, store) = (OneOwner(), StoreScript())
        let violation = checker.show([
            store.commit(Sample.node("node-1", instance: first)),
            store.commit(Sample.node("node-1", instance: second)),
        ])
        #expect(violation?.subject == "node-1")
    }

    @Test("sees a server with instances on two nodes")
    func twice() {
        var (checker, store) = (OneOwner(), StoreScript())
        let violation = checker.show([
            store.commit(Sample.node("node-1", instance: first)),
            store.commit(Sample.node("node-2", instance: Sample.instance("i-9", of: "compute-0"))),
        ])
        #expect(violation?.message == "compute-0 already has an instance on node-1")
    }

    @Test("sees two servers on one node")
    func shared() {
        var (checker, store) = (OneOwner(), StoreScript())
        let violation = checker.show([
            store.commit(Sample.server(0, on: "node-1")),
            store.commit(Sample.server(1, on: "node-1")),
        ])
        #expect(violation?.message == "both compute-0 and compute-1 have it")
    }

    @Test("sees a node that carries another server's instance than the one it was given to")
    func foreign() {
        var (checker, store) = (OneOwner(), StoreScript())
        let violation = checker.show([
            store.commit(Sample.server(1, on: "node-1")),
            store.commit(Sample.node("node-1", instance: first)),
        ])
        #expect(violation != nil)
    }
}
