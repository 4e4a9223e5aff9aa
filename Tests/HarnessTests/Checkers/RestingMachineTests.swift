import BareMetal
import Hardware
import Testing
import Undercloud
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

    /// A machine that was rescued and is in use again, and what it last started.
    private func inUse(_ last: MachineEvent) -> Violation? {
        var (checker, store) = (RestingMachine(), StoreScript())
        store.wait(.seconds(3600))
        return checker.show([
            store.commit(node(.unrescuing)), store.tell(MachineEvent.power("node-1", .on)),
            store.tell(MachineEvent.bootedRamdisk("node-1", kernel: "k", ramdisk: "r")),
            store.tell(last), store.commit(node(.active)),
        ])
    }

    /// A machine that is on or off when its node gives up its instance.
    private func vacated(_ power: PowerState) -> Violation? {
        var (checker, store) = (RestingMachine(), StoreScript())
        var owned = node(.deleting)
        owned.instance = Sample.instance("1", of: "compute-0")
        store.wait(.seconds(3600))
        return checker.show([
            store.commit(owned), store.tell(MachineEvent.power("node-1", power)),
            store.commit(node(.deleting)),
        ])
    }

    @Test("sees an instance that is given up while its machine is on")
    func vacatedWhileOn() {
        #expect(vacated(.off) == nil)
        #expect(vacated(.on)?.message == "it gave its instance up while its machine was on")
    }

    @Test("sees a machine in use that runs a ramdisk")
    func ramdiskInUse() {
        let system = MachineEvent.bootedDisk(
            "node-1", disk: "/dev/sda", contents: "d00d", extent: .whole)
        #expect(inUse(system) == nil)
        #expect(inUse(.power("node-1", .off)) == nil)
        let violation = inUse(.bootFailed("node-1", reason: "it does not matter"))
        #expect(violation?.message == "it is in use, and its machine runs a ramdisk")
    }

    /// A ramdisk that is given up after its machine came on and something befell it.
    private func givenUp(
        _ power: PowerState, _ faults: [HardwareFault] = [],
        lockedFor purpose: String = "timeout", by verb: ProvisionVerb = .deploy
    ) -> Violation? {
        var (checker, store) = (RestingMachine(), StoreScript())
        var (waiting, failed) = (node(.deployWait), node(.deployFailed))
        waiting.reservation = Reservation(holder: "a/\(purpose)#1", term: Term(number: 1))
        failed.lastError = "no word from the ramdisk for 30 min"
        if verb == .abort { failed.intent = Sample.intent("2", .abort) }
        var seen = [store.commit(waiting)]
        seen.append(store.tell(MachineEvent.power("node-1", power)))
        seen += faults.map { store.tell(MachineEvent.fault("node-1", $0, .began)) }
        // Whoever leads shows signs of life all the while.
        for count in 0..<100 {
            store.wait(.seconds(20))
            seen.append(store.commit(LeaseBeat(term: Term(number: 1), count: count)))
        }
        return checker.show(seen + [store.commit(failed)])
    }

    @Test("sees a machine that stays on though its ramdisk was given up")
    func givenUpAndOn() {
        #expect(givenUp(.off) == nil)
        #expect(givenUp(.on)?.subject == "node-1")
        #expect(givenUp(.on, [.bmcSilent]) == nil)
    }

    @Test("has nothing against a machine that a dead conductor, or an abort, leaves on")
    func leftToOthers() {
        #expect(givenUp(.on, lockedFor: "takeover") == nil)
        #expect(givenUp(.on, by: .abort) == nil)
    }

    @Test("sees a machine that is left on after its work was aborted")
    func aborted() {
        for isOn in [true, false] {
            var (checker, store) = (RestingMachine(), StoreScript())
            var aborted = node(.cleanFailed)
            aborted.lastError = "it was aborted by request"
            var aborting = aborted
            aborting.intent = Sample.intent("i", .abort)
            var seen = [
                store.commit(node(.cleanWait)), store.tell(MachineEvent.power("node-1", .on)),
            ]
            store.wait(.seconds(3600))
            seen.append(store.commit(aborting))
            if !isOn { seen.append(store.tell(MachineEvent.power("node-1", .off))) }
            seen.append(store.commit(aborted))
            let expected = isOn ? "it was aborted, and its machine was left on" : nil
            #expect(checker.show(seen)?.message == expected)
        }
    }
}
