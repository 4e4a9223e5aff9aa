import Orchestration
import OrderedCollections
import SimulatedDatacenter
import Simulation
import Testing
import World

@Suite("What a stack costs")
struct CostTests {
    @Test("A graph looks at each edge twice, however many there are", arguments: [100, 10_000])
    func graph(count: Int) {
        var graph = WorkGraph<Int>()
        for step in 0..<count {
            graph.add(step)
            if step > 0 { graph.add(step, after: step / 2) }
        }
        var (ready, taken) = (graph.ready, 0)
        while let step = ready.popLast() {
            taken += 1
            ready += graph.finish(step)
        }
        #expect(taken == count)
        #expect(graph.isFinished)
        #expect(graph.visits == 2 * (count - 1))
    }

    @Test("A circle is named, and only those that are in it")
    func circle() throws {
        var graph = WorkGraph<String>()
        graph.add("a", after: "b")
        graph.add("b", after: "c")
        graph.add("c", after: "a")
        graph.add("d", after: "a")
        graph.add("a", after: "e")
        let cycle = try #require(graph.cycle)
        #expect(Set(cycle) == ["a", "b", "c"])
        #expect(cycle.count == 3)
    }

    @Test("An engine takes a step for each resource, and few more")
    func steps() throws {
        let count = 2000
        let resources = (0..<count).map {
            "  r\($0): {type: OS::Heat::Value, properties: {value: 1}}"
        }
        let template = "resources:\n" + resources.joined(separator: "\n")
        let (stack, steps, commits) = try StackBench().run { bench in
            let stack = try await bench.create(template)
            return (stack, await bench.steps, bench.store.revision.number)
        }
        #expect(stack.state == "CREATE_COMPLETE")
        #expect((count...(count + 20)).contains(steps))
        #expect(commits < 40)
    }

    @Test("Attributes that double from resource to resource fail before memory ends")
    func doublingAttributes() throws {
        var lines = ["resources:", "  r0: {type: OS::Heat::Value, properties: {value: abcdefgh}}"]
        for number in 1..<40 {
            let last = "{get_attr: [r\(number - 1), value]}"
            lines.append(
                "  r\(number): {type: OS::Heat::Value, properties: {value: [\(last), \(last)]}}")
        }
        let template = lines.joined(separator: "\n")
        let stack = try StackBench().run { bench in try await bench.create(template) }
        #expect(stack.status == .failed)
        #expect(stack.reason.contains("bytes"))
    }
}
