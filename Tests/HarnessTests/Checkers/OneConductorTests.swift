import BareMetal
import Hardware
import Testing
import Undercloud
import World

@testable import Harness

@Suite("The checker one-conductor")
struct OneConductorTests {
    private static let command = MachineEvent.powerCommand("node-1", .on)

    /// Which of two hosts the ring gives the sample node to, and the other.
    private static let hosts: (manager: HostAddress, other: HostAddress) = {
        let ring = HashRing(["a", "b"])
        let manager = ring.host(for: Sample.node().uuid.text) ?? "a"
        return (manager, manager == "a" ? "b" : "a")
    }()

    private static let ring = Sample.ring([hosts.manager: 1, hosts.other: 2])

    @Test("has nothing against a node's own conductor, nor against one that has it locked since")
    func rightful() {
        var (checker, store) = (OneConductor(), StoreScript())
        let (manager, other) = Self.hosts
        let violation = checker.show([
            store.commit(Sample.ring([other: 2])), store.commit(Sample.node()),
            store.commit(Sample.node(lockedBy: Sample.lock("x#1", term: 2))),
            store.tell(Self.command, by: "\(other)/replica"),
            store.commit(Sample.ring([manager: 3, other: 2], epoch: 2)),
            store.tell(Self.command, by: "\(other)/replica"),
            store.commit(Sample.node()),
            store.commit(Sample.node(lockedBy: Sample.lock("y#1", term: 3))),
            store.tell(Self.command, by: "\(manager)/replica"),
        ])
        #expect(violation == nil)
    }

    @Test("sees a command of a conductor that neither manages the node nor has it locked")
    func commands() {
        var (checker, store) = (OneConductor(), StoreScript())
        let violation = checker.show([
            store.commit(Self.ring), store.commit(Sample.node()),
            store.tell(Self.command, by: "\(Self.hosts.other)/replica"),
        ])
        #expect(violation?.subject == "node-1")
    }

    @Test("sees a command of one that was evicted, whatever it has locked")
    func evicted() {
        var (checker, store) = (OneConductor(), StoreScript())
        let violation = checker.show([
            store.commit(Self.ring), store.commit(Sample.node()),
            store.commit(Sample.node(lockedBy: Sample.lock("x#1", term: 1))),
            store.commit(Sample.ring([Self.hosts.other: 2], epoch: 2)),
            store.tell(Self.command, by: "\(Self.hosts.manager)/replica"),
        ])
        #expect(violation?.subject == "node-1")
    }

    @Test("sees a command before there is a ring, or while the state is handed over")
    func nobody() {
        var (checker, store) = (OneConductor(), StoreScript())
        let event = MachineEvent.bootCommand("node-1", BootOverride(.network, .once))
        #expect(checker.show([store.tell(event, by: "seed/seed")]) != nil)
        #expect(
            checker.show([
                store.commit(Sample.node()), store.commit(Self.ring),
                store.commit(Sample.cloud(.handingOver), Self.ring.emptied),
                store.tell(Self.command, by: "\(Self.hosts.manager)/seed"),
            ]) != nil)
    }

    @Test("sees a lock of a conductor that does not manage the node")
    func wrongLock() {
        var (checker, store) = (OneConductor(), StoreScript())
        let violation = checker.show([
            store.commit(Self.ring), store.commit(Sample.node()),
            store.commit(Sample.node(lockedBy: Sample.lock("x#1", term: 2))),
        ])
        #expect(violation?.message.hasPrefix("x#1 in term 2 took the lock, but") == true)
    }

    @Test("sees terms that go back, are given twice, or are given again")
    func terms() {
        let rings = [
            Sample.ring(["a": 1], epoch: 2), Sample.ring(["a": 2, "b": 3, "c": 3], epoch: 2),
            Sample.ring(["a": 2, "b": 1, "c": 3], epoch: 2), Sample.ring(["a": 2, "b": 3]),
        ]
        for next in rings {
            var (checker, store) = (OneConductor(), StoreScript())
            let violation = checker.show([
                store.commit(Sample.ring(["a": 2])), store.commit(next),
            ])
            #expect(violation?.subject == "the ring", "\(next)")
        }
    }

    @Test("sees an eviction soon after a sign of life, and has nothing against a late one")
    func haste() {
        for (silence, isEarly) in [(Duration.seconds(10), true), (.seconds(45), false)] {
            var (checker, store) = (OneConductor(), StoreScript())
            var seen = [store.commit(Self.ring), store.commit(Sample.beat(Self.hosts.other, 2))]
            store.wait(silence)
            seen.append(store.commit(Self.ring.evicting(Self.hosts.other)))
            #expect((checker.show(seen) != nil) == isEarly, "\(silence)")
        }
    }

    @Test("has nothing against a new life of a host at once, and sees a new term in the same life")
    func lives() {
        for (life, isRefused) in [(2, false), (1, true)] {
            var (checker, store) = (OneConductor(), StoreScript())
            let violation = checker.show([
                store.commit(Sample.ring(["a": 1])), store.commit(Sample.beat("a", 1)),
                store.commit(Sample.ring(["a": 2], epoch: 2, life: life)),
            ])
            #expect((violation != nil) == isRefused)
        }
    }

    @Test("sees a sign of life in a term that is over")
    func lateBeat() {
        var (checker, store) = (OneConductor(), StoreScript())
        let violation = checker.show([
            store.commit(Sample.ring(["a": 1])),
            store.commit(Sample.ring(["b": 2], epoch: 2)),
            store.commit(Sample.beat("a", 1)),
        ])
        #expect(violation?.subject == "a")
    }

    @Test("sees who asks for a machine's power and does not manage its node, but in a new ring")
    func looks() {
        for (asker, isForeign) in [(Self.hosts.manager, false), (Self.hosts.other, true)] {
            for age in [Duration.seconds(10), .seconds(90)] {
                var (checker, store) = (OneConductor(), StoreScript())
                _ = checker.show([store.commit(Self.ring), store.commit(Sample.node())])
                for _ in 0..<Int(age / .seconds(10)) {
                    store.wait(.seconds(10))
                    _ = checker.observe(store.commit(Sample.beat(Self.hosts.manager, 1)))
                }
                let look = PowerLook(
                    machine: "node-1", asker: asker, began: store.now, at: store.now, told: .on)
                let violation = checker.observe(look)
                #expect((violation != nil) == (isForeign && age > .seconds(60)), "\(asker) \(age)")
            }
        }
    }

    @Test("sees a conductor on a host that is none of the undercloud's")
    func entitlement() {
        for (host, isRefused) in [(HostAddress("seed"), false), ("x", true)] {
            var (checker, store) = (OneConductor(), StoreScript())
            let violation = checker.show([
                store.commit(Sample.cloud()), store.commit(Sample.ring([host: 1])),
            ])
            #expect((violation != nil) == isRefused, "\(host)")
        }
    }
}
