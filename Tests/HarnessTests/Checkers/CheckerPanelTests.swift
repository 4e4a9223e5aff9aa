import BareMetal
import Hardware
import Testing
import Undercloud
import World

@testable import Harness

@Suite("The panel of checkers")
struct CheckerPanelTests {
    private static let node = DocumentKey(kind: Node.kind, id: "node-1")
    private static let leadership = DocumentKey(kind: Leadership.kind, id: Leadership.onlyID)

    @Test("has a name for each of its checkers")
    func names() {
        #expect(Set(CheckerPanel.names).count == 44)
    }

    @Test("takes a store's loss of memory for no deed of the services")
    func recovery() {
        var (panel, store) = (CheckerPanel(disks: { _ in [] }), StoreScript())
        let relaxed = StoreCommit.Cause.transaction(.relaxed)
        var found = panel.observe(store.commit(Sample.ring(["a": 1]), restingOn: [Self.leadership]))
        found += panel.observe(store.commit(Sample.node(), cause: relaxed))
        found += panel.observe(
            store.commit(
                Sample.node("node-1", .verifying, lockedBy: Sample.lock("a#1")), cause: relaxed,
                restingOn: [Self.node]))
        found += panel.observe(store.commit(Sample.node(), cause: .recovery))
        found += panel.observe(
            store.commit(
                Sample.node("node-1", .verifying, lockedBy: Sample.lock("a#2")),
                restingOn: [Self.node]))
        #expect(found == [])
    }

    @Test("tells of a violation by every checker that sees one")
    func several() {
        var (panel, store) = (CheckerPanel(disks: { _ in [] }), StoreScript())
        _ = panel.observe(store.commit(Sample.node()))
        let found = panel.observe(
            store.commit(
                Sample.node("node-1", .active), restingOn: [Self.node, Self.leadership]))
        #expect(found.map(\.checker) == ["one-lock-holder", "legal-transition"])
    }
}
