import BareMetal
import Hardware
import Testing
import Undercloud
import World

@testable import Harness

@Suite("The checker power-rounds")
struct PowerRoundsTests {
    private static let ring = Sample.ring(["a": 1])

    private static func node(
        _ state: ProvisionState = .available, _ power: PowerState? = .off
    ) -> Node {
        var node = Sample.node("node-1", state)
        node.powerState = power
        return node
    }

    /// A node at rest whose conductor shows signs of life, and looks at its power meanwhile.
    private struct Round {
        var checker = PowerRounds()
        var store = StoreScript()
        var found: Violation?
        var beats = 0

        init(_ node: Node) {
            found = checker.show([store.commit(PowerRoundsTests.ring), store.commit(node)])
        }

        mutating func pass(_ seconds: Int) {
            for _ in 0..<seconds / 5 {
                store.wait(.seconds(5))
                beats += 1
                let next = checker.observe(store.commit(Sample.beat("a", 1, beats)))
                found = found ?? next
            }
        }

        mutating func look(_ told: PowerState?) {
            let look = PowerLook(
                machine: "node-1", asker: "a", began: store.now, at: store.now, told: told)
            let next = checker.observe(look)
            found = found ?? next
        }

        mutating func write(_ node: Node) {
            let next = checker.observe(store.commit(node))
            found = found ?? next
        }
    }

    @Test("has nothing against a look a minute, however long that goes on")
    func usual() {
        var round = Round(Self.node())
        for _ in 0..<20 {
            round.pass(60)
            round.look(.off)
        }
        #expect(round.found == nil)
    }

    @Test("sees a node at rest that is left out", arguments: [ProvisionState.manageable, .active])
    func leftOut(_ state: ProvisionState) {
        var round = Round(Self.node(state))
        round.pass(90)
        #expect(round.found == nil)
        round.pass(60)
        #expect(round.found?.message.hasPrefix("nobody has asked for its power") == true)
    }

    @Test(
        "has nothing to say of a node that is under way, enrolled only, or set aside",
        arguments: [ProvisionState.deploying, .cleanWait, .enroll, .active])
    func others(_ state: ProvisionState) {
        var node = Self.node(state)
        if state == .active { node.maintenance = Maintenance(reason: "mine", fault: nil) }
        var round = Round(node)
        round.pass(600)
        #expect(round.found == nil)
    }

    @Test("sees a controller that is asked all the time")
    func haste() {
        var round = Round(Self.node())
        round.pass(60)
        for _ in 0..<6 {
            round.pass(10)
            round.look(.off)
        }
        #expect(round.found?.message == "its controller is asked for its power all the time")
    }

    @Test("sees a difference that nobody acts upon, and has nothing against one that is recorded")
    func difference() {
        var (left, recorded) = (Round(Self.node()), Round(Self.node()))
        for _ in 0..<2 {
            left.pass(65)
            left.look(.on)
            recorded.pass(65)
            recorded.look(.on)
            recorded.write(Self.node(.available, .on))
        }
        #expect(left.found?.message.hasPrefix("its power was seen not to be as recorded") == true)
        #expect(recorded.found == nil)
    }

    @Test("sees a machine that is never as recorded, and is not set aside")
    func flapping() {
        var round = Round(Self.node())
        var power = PowerState.off
        for _ in 0..<6 {
            round.pass(60)
            power = power == .off ? .on : .off
            round.look(power)
            var locked = Self.node(.available, power)
            locked.reservation = Sample.lock("a/power-sync#1")
            round.write(locked)
            round.write(Self.node(.available, power))
        }
        #expect(round.found?.message.hasSuffix("and it is not set aside") == true)
    }
}
