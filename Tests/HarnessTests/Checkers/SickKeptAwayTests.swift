import BareMetal
import Compute
import Hardware
import Plans
import Testing
import Undercloud
import World

@testable import Harness

@Suite("Sick machines")
struct SickKeptAwayTests {
    private static let cloud: Cloud = {
        let plan = CloudPlan(
            mode: .poc, flavors: Sample.plan.flavors, roles: Sample.plan.roles,
            undercloud: UndercloudPlan(
                controlNodes: 1, fromSeed: 1, flavor: "any",
                introspection: IntrospectionPlan(benchmarks: [.cpu])))
        return Cloud(plan: plan, seed: "seed", seedFate: .switchedOff)
    }()

    /// A fleet that was measured, its first machines with what is slow about them.
    private static func fleet(
        of count: Int = 12, slow: [[String]], _ store: inout StoreScript
    ) -> [Observation] {
        [store.commit(cloud)]
            + (0..<count).flatMap { index in
                let name = "node-\(index)"
                return [
                    store.tell(
                        MachineEvent.measured(
                            MachineName(name), slow: index < slow.count ? slow[index] : [])),
                    store.commit(
                        Sample.node(NodeName(name), .manageable),
                        IntrospectionData(node: NodeName(name), round: 1, raw: "{}")),
                ]
            }
    }

    private static func unfit(_ name: NodeName, _ ruling: NodeFitness.Ruling = .unfit) -> Node {
        var node = Sample.node(name, .available)
        node.fitness = NodeFitness(ruling, part: "memory", reason: "it is slow", round: 1)
        return node
    }

    @Test("get no server, whatever is written down of them")
    func placed() {
        var (checker, store) = (SickKeptAway(), StoreScript())
        var seen = Self.fleet(slow: [["memory"]], &store)
        seen.append(store.commit(Sample.server(on: "node-0")))
        let found = checker.show(seen)
        #expect(found?.checker == SickKeptAway.name)
        #expect(found?.message.contains("memory") == true)
    }

    @Test("may be taken by an operator, and sound ones by anybody")
    func accepted() {
        var (checker, store) = (SickKeptAway(), StoreScript())
        var seen = Self.fleet(slow: [["memory"]], &store)
        seen.append(store.commit(Self.unfit("node-0", .accepted)))
        seen.append(store.commit(Sample.server(on: "node-0")))
        seen.append(store.commit(Sample.server(1, on: "node-1")))
        #expect(checker.show(seen) == nil)
    }

    @Test("are not told from others in a handful, or where many are sick")
    func few() {
        for (count, slow) in [(4, 1), (12, 6)] {
            var (checker, store) = (SickKeptAway(), StoreScript())
            var seen = Self.fleet(
                of: count, slow: Array(repeating: ["memory"], count: slow), &store)
            seen.append(store.commit(Sample.server(on: "node-0")))
            #expect(checker.show(seen) == nil)
        }
    }

    @Test("are what is called unfit, and sound ones only as often as chance has it")
    func mistakes() {
        var (checker, store) = (SickKeptAway(), StoreScript())
        var seen = Self.fleet(slow: [["memory"], ["processors"]], &store)
        for name in ["node-0", "node-1", "node-5", "node-6"] {
            seen.append(store.commit(Self.unfit(NodeName(name))))
        }
        #expect(checker.show(seen) == nil, "Two mistakes may be chance.")
        let third = checker.show([store.commit(Self.unfit("node-7"))])
        #expect(third?.subject == "node-7")
    }

    @Test("that were mended and measured anew are sound")
    func mended() {
        var (checker, store) = (SickKeptAway(), StoreScript())
        var seen = Self.fleet(slow: [["memory"]], &store)
        seen.append(store.tell(MachineEvent.measured("node-0", slow: [])))
        seen.append(store.commit(IntrospectionData(node: "node-0", round: 2, raw: "{}")))
        seen.append(store.commit(Sample.server(on: "node-0")))
        #expect(checker.show(seen) == nil)
    }
}
