import BareMetal
import Compute
import Hardware
import Testing
import Undercloud
import World

@testable import Harness

@Suite("The checker servers-in-time")
struct ServersInTimeTests {
    /// A server on a machine, and what becomes of both.
    private struct Life {
        var checker = ServersInTime()
        var store = StoreScript()
        var found: Violation?

        init(_ state: ServerState) {
            store.wait(.seconds(7200))
            show(store.commit(Sample.leadership(1, "a")))
            write(.on)
            show(store.commit(Sample.server(on: "node-1", state)))
            show(store.tell(MachineEvent.power("node-1", .on)))
            show(
                store.tell(
                    MachineEvent.bootedDisk(
                        "node-1", disk: "/dev/sda", contents: "d00d", extent: .whole)))
            pass(.seconds(600))
        }

        mutating func show(_ observation: Observation) {
            let next = checker.observe(observation)
            found = found ?? next
        }

        mutating func pass(_ duration: Duration) {
            for count in 0..<Int(duration / .seconds(20)) {
                store.wait(.seconds(20))
                show(store.commit(LeaseBeat(term: Term(number: 1), count: count)))
            }
        }

        mutating func write(_ power: PowerState, target: PowerState? = nil) {
            var node = Sample.node(
                "node-1", .active, instance: Sample.instance("i", of: "compute-0"))
            node.powerState = power
            node.targetPower = target
            show(store.commit(node))
        }

        mutating func evict(_ reason: String = "no word from its system for a while") {
            var server = Sample.server(on: "node-1", .evicting)
            server.lastError = reason
            show(store.commit(server))
        }

        mutating func goOff() {
            show(store.tell(MachineEvent.power("node-1", .off)))
            write(.off)
        }
    }

    @Test("sees a server that is given up before half an hour", arguments: [900, 1900])
    func start(_ seconds: Int) {
        var life = Life(.starting)
        life.pass(.seconds(seconds - 600))
        life.evict()
        #expect((life.found != nil) == (seconds < 1000))
    }

    @Test("sees a server whose first word is waited for without end")
    func endlessStart() {
        var life = Life(.starting)
        life.pass(.seconds(1800))
        #expect(life.found?.message == "nothing is heard of it, and it is still waited for")
    }

    @Test("sees a machine that is switched on too soon", arguments: [60, 310])
    func switchOn(_ seconds: Int) {
        var life = Life(.active)
        life.goOff()
        life.pass(.seconds(seconds))
        life.write(.off, target: .on)
        #expect((life.found != nil) == (seconds < 100))
    }

    @Test("sees a machine that is off, and nobody switches it on")
    func leftOff() {
        var life = Life(.active)
        life.goOff()
        life.pass(.seconds(900))
        #expect(life.found?.message == "its machine is off, and nobody switches it on")
    }

    @Test("sees a server whose system has stopped, and that stays on its machine")
    func silent() {
        var life = Life(.active)
        life.show(life.store.tell(MachineEvent.fault("node-1", .osHangs, .began)))
        life.pass(.seconds(1200))
        #expect(life.found == nil)
        life.pass(.seconds(600))
        #expect(life.found?.message.hasSuffix("and it is not taken from it") == true)
    }
}
