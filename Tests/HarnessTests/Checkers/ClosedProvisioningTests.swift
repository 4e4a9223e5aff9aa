import BareMetal
import Hardware
import Testing
import World

@testable import Harness

@Suite("The checker closed-provisioning")
struct ClosedProvisioningTests {
    private static let disk = MachineEvent.bootedDisk(
        "node-1", disk: "/dev/sda", contents: Sample.image.digest, extent: .whole)

    private static func port(_ vlan: VLAN) -> SiteEvent { .vlan("node-1", "rack-1", vlan) }

    private func node(_ state: ProvisionState = .active) -> Node {
        Sample.node("node-1", state, instance: Sample.instance("a", of: "compute-0"))
    }

    @Test("has nothing against a machine that moves to its own network before it starts")
    func tidy() {
        var (checker, store) = (ClosedProvisioning(), StoreScript())
        let violation = checker.show([
            store.commit(node(.deploying)), store.tell(Self.port(.provisioning)),
            store.tell(MachineEvent.power("node-1", .off)), store.tell(Self.port(.tenant)),
            store.commit(node()), store.tell(Self.disk),
        ])
        #expect(violation == nil)
    }

    @Test(
        "sees a machine in use in a network for ramdisks",
        arguments: [VLAN.provisioning, .cleaning, .rescuing])
    func leftIn(_ vlan: VLAN) {
        var (checker, store) = (ClosedProvisioning(), StoreScript())
        let violation = checker.show([
            store.tell(Self.port(vlan)), store.commit(node()), store.tell(Self.disk),
        ])
        #expect(violation?.checker == "closed-provisioning")
    }

    @Test("sees a machine in use that is moved there while it runs")
    func movedIn() {
        var (checker, store) = (ClosedProvisioning(), StoreScript())
        let violation = checker.show([
            store.commit(node()), store.tell(Self.disk), store.tell(Self.port(.cleaning)),
        ])
        #expect(violation?.subject == "node-1")
    }

    @Test("holds a machine that is worked on, or a network without a wall, against nobody")
    func open() {
        var (checker, store) = (ClosedProvisioning(), StoreScript())
        let violation = checker.show([
            store.tell(Self.port(.cleaning)), store.commit(node(.cleanWait)),
            store.tell(Self.disk), store.tell(Self.port(.ctlplane)), store.commit(node()),
            store.tell(Self.disk), store.tell(Self.port(.trunk)),
        ])
        #expect(violation == nil)
    }

    @Test("excuses what a disobedient switch did, and not for ever")
    func excuse() {
        let fault = SiteEvent.fault(.switch("rack-1"), .switchForgets, .began)
        let end = SiteEvent.fault(.switch("rack-1"), .switchForgets, .ended)
        var (checker, store) = (ClosedProvisioning(), StoreScript())
        let excused = checker.show([
            store.tell(fault), store.tell(Self.port(.cleaning)), store.commit(node()),
            store.tell(Self.disk), store.tell(end),
        ])
        #expect(excused == nil)
        store.wait(ClosedProvisioning.aftermath + .seconds(1))
        let late = checker.show([store.tell(Self.disk)])
        #expect(late?.checker == "closed-provisioning")
    }
}
