import BareMetal
import Compute
import Hardware
import OrderedCollections
import Plans
import Testing
import World

@testable import Undercloud

@Suite("What machines measured")
struct FleetBenchTests {
    /// A report of two figures of a processor; nobody is exactly like another.
    private static func report(_ index: Int, speed: Double) -> IntrospectionData {
        let figures = (0..<4).map { core in
            let value = speed * (1 + Double((index * 7 + core * 5) % 11 - 5) / 1000)
            return #"["cpu", "logical_\#(core)", "loops_per_sec", "\#(value)"]"#
        }
        let facts = [#"["system", "product", "name", "Model"]"#] + figures
        return IntrospectionData(
            node: Self.name(index), round: 1,
            raw: #"{"inventory": {}, "data": [\#(facts.joined(separator: ", "))]}"#)
    }

    private static func name(_ index: Int) -> NodeName { NodeName("node-\(10 + index)") }

    private static func unfit(
        _ slow: Set<Int>, by method: IntrospectionPlan.Method = .robust, to part: Double = 0.7
    ) -> [String] {
        let reports = (0..<20).map { report($0, speed: slow.contains($0) ? 450 * part : 450) }
        let plan = IntrospectionPlan(benchmarks: [.cpu], method: method)
        return Array(BenchmarkRuling(reports, plan: plan).unfit.keys)
    }

    @Test("speaks against those that are slower than their like, and against nobody else")
    func slow() {
        #expect(Self.unfit([3]) == ["node-13"])
        #expect(Self.unfit([]) == [])
        #expect(Self.unfit([3], by: .cardiff, to: 0.88) == ["node-13"])
    }

    @Test("says metric, value, range and the usual cause")
    func reason() throws {
        let reports = (0..<20).map { Self.report($0, speed: $0 == 3 ? 300 : 450) }
        let ruling = BenchmarkRuling(reports, plan: IntrospectionPlan(benchmarks: [.cpu]))
        let verdict = try #require(ruling.unfit["node-13"])
        #expect(verdict.part == "processors")
        #expect(verdict.reason.contains("loops_per_sec"))
        #expect(verdict.reason.contains("group"))
        #expect(verdict.reason.contains(" to "))
    }

    @Test("cannot be read where it was cut short, which speaks against the machine")
    func cutShort() throws {
        var reports = (0..<20).map { Self.report($0, speed: 450) }
        reports[5] = IntrospectionData(node: Self.name(5), round: 1, raw: #"{"inventory": {"#)
        let ruling = BenchmarkRuling(reports, plan: IntrospectionPlan(benchmarks: [.cpu]))
        #expect(Array(ruling.unfit.keys) == ["node-15"])
    }

    @Test("keeps an unfit machine from being placed on, with the part that is sick")
    func placement() {
        let node = Samples.node(.available) {
            $0.fitness = NodeFitness(.unfit, part: "memory", reason: "it is slow", round: 1)
        }
        #expect(
            HostPool.availability(node, isOwned: false)
                == .unavailable("unfit by benchmarks (memory)"))
        let view = Samples.view(Samples.cloud(), nodes: [node])
        let refused = PlacementFlow.place(PlacementFlow.wanted(view), in: view)
        #expect(refused.count == 1)
        guard case .failure(let refusal)? = refused.first?.result else {
            Issue.record("It was placed.")
            return
        }
        #expect(refusal.description.contains("1 unfit by benchmarks (memory)"))
    }

    @Test("is no hindrance once an operator takes the machine")
    func accepted() {
        let node = Samples.node(.available) {
            $0.fitness = NodeFitness(.accepted, part: "memory", reason: "it is slow", round: 1)
        }
        #expect(HostPool.availability(node, isOwned: false) == .available)
    }

    @Test("keeps a machine from being placed on until it was judged")
    func open() {
        let node = Samples.node(.available)
        let view = CloudView(
            cloud: Samples.cloud(), nodes: [node], servers: [], undercloudServers: [], alive: [],
            unjudged: [node.name])
        let refused = PlacementFlow.place(PlacementFlow.wanted(view), in: view)
        guard case .failure(let refusal)? = refused.first?.result else {
            Issue.record("It was placed.")
            return
        }
        #expect(refusal.description.contains("not judged by benchmarks yet"))
    }
}
