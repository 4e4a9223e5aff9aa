import BareMetal
import Hardware
import Plans
import Testing
import Undercloud
import World

@testable import Harness

@Suite("The checker power-kept")
struct PowerKeptTests {
    private static func node(
        _ state: ProvisionState, _ power: PowerState?, target: PowerState? = nil,
        intent: Intent? = nil, maintenance: Maintenance? = nil
    ) -> Node {
        var node = Sample.node("node-1", state, intent: intent)
        node.powerState = power
        node.targetPower = target
        node.maintenance = maintenance
        return node
    }

    private static func cloud(_ policy: PowerSyncPolicy) -> Cloud {
        let plan = CloudPlan(
            mode: .poc, flavors: Sample.plan.flavors, roles: Sample.plan.roles,
            undercloud: UndercloudPlan(
                controlNodes: 1, fromSeed: 1, flavor: "any", powerSync: policy))
        return Cloud(plan: plan, seed: "seed", seedFate: .switchedOff)
    }

    /// A machine in the pool that somebody has switched on, and what is then seen.
    private func pressed(
        recordedAs node: Node, _ policy: PowerSyncPolicy = .recordFollows, told: Bool = true
    ) -> Violation? {
        var (checker, store) = (PowerKept(), StoreScript())
        var seen = [store.commit(Self.cloud(policy)), store.commit(Self.node(.available, .off))]
        store.wait(.seconds(600))
        seen.append(store.tell(MachineEvent.power("node-1", .on)))
        if told { seen.append(store.tell(ContactEvent.powerTold("node-1", .on))) }
        seen.append(store.commit(node))
        return checker.show(seen)
    }

    @Test("has nothing against a record that says what its controller told")
    func toldAndRecorded() {
        #expect(pressed(recordedAs: Self.node(.available, .on)) == nil)
    }

    @Test("sees a record of what nobody was told")
    func untold() {
        #expect(
            pressed(recordedAs: Self.node(.available, .on), told: false)?.message
                == "its power was recorded as 'on', which nobody was told")
    }

    @Test("sees a record that follows its machine where the machine is to follow")
    func wrongSide() {
        #expect(pressed(recordedAs: Self.node(.available, .on), .machineFollows) != nil)
        #expect(
            pressed(
                recordedAs: Self.node(
                    .available, .on,
                    maintenance: Maintenance(reason: "it does not stay", fault: .powerFailure)),
                .machineFollows) == nil)
        #expect(pressed(recordedAs: Self.node(.available, .off), .machineFollows) == nil)
    }

    private func commanded(
        _ action: PowerAction, _ policy: PowerSyncPolicy = .recordFollows, on node: Node
    ) -> Violation? {
        var (checker, store) = (PowerKept(), StoreScript())
        var seen = [store.commit(Self.cloud(policy)), store.commit(node)]
        store.wait(.seconds(600))
        seen.append(store.tell(MachineEvent.powerCommand("node-1", action), by: "a/replica"))
        return checker.show(seen)
    }

    @Test("sees a command to a machine that nobody works on")
    func commandAtRest() {
        #expect(
            commanded(.off, on: Self.node(.available, .off))?.message
                == "a/replica asked for power 'off' while it is 'available' and nobody works on it")
        #expect(commanded(.on, on: Self.node(.active, .on)) != nil)
        #expect(commanded(.on, on: Self.node(.active, .off, target: .on)) == nil)
        #expect(commanded(.off, on: Self.node(.cleaning, .on)) == nil)
        // What is done to a machine in use is told by another checker.
        #expect(commanded(.off, on: Self.node(.active, .on)) == nil)
    }

    @Test("lets a machine be put back where it is to follow, and in no other direction")
    func putBack() {
        #expect(commanded(.off, .machineFollows, on: Self.node(.available, .off)) == nil)
        #expect(commanded(.on, .machineFollows, on: Self.node(.available, .off)) != nil)
    }

    /// A machine that is on and recorded as off, for a while.
    private func apart(
        minutes: Int, _ node: Node = Self.node(.available, .off), faulty: Bool = false
    ) -> Violation? {
        var (checker, store) = (PowerKept(), StoreScript())
        var seen = [store.commit(node)]
        if faulty { seen.append(store.tell(MachineEvent.fault("node-1", .bmcSaysOff, .began))) }
        seen.append(store.tell(MachineEvent.power("node-1", .on)))
        for _ in 0..<minutes {
            store.wait(.seconds(60))
            seen.append(store.commit(Sample.node("node-2")))
        }
        return checker.show(seen)
    }

    @Test("sees a record and a machine that stay apart")
    func stayApart() {
        #expect(apart(minutes: 4) == nil)
        #expect(apart(minutes: 12)?.subject == "node-1")
    }

    @Test("takes no controller that lies, and no work under way, for a record that is wrong")
    func excused() {
        #expect(apart(minutes: 30, faulty: true) == nil)
        #expect(apart(minutes: 30, Self.node(.cleanWait, .off)) == nil)
        #expect(apart(minutes: 30, Self.node(.active, .off, target: .on)) == nil)
    }
}
