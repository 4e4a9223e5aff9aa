import Orchestration
import OrderedCollections
import Simulation
import Testing

@Suite("A group of resources")
struct GroupTests {
    private static func template(
        _ count: Int, value: String = "v%index%", more: String = "", policy: String = "{}"
    ) -> String {
        """
        resources:
          group:
            type: OS::Heat::ResourceGroup
            update_policy: \(policy)
            properties:
              count: \(count)
              resource_def: {type: OS::Heat::TestResource, properties: {\(more)value: "\(value)"}}
        outputs:
          values: {value: {get_attr: [group, output]}}
          one: {value: {get_attr: [group, resource.1.output]}}
          map: {value: {get_attr: [group, attributes, output]}}
          refs: {value: {get_attr: [group, refs]}}
        """
    }

    @Test("Members are numbered, and attributes come as lists in their order")
    func attributes() throws {
        let outputs = try StackBench().run { bench in
            try await bench.create(Self.template(12))
            return try await bench.service.outputs("stack")
        }
        #expect(outputs["values"] == .list((0..<12).map { .string("v\($0)") }))
        #expect(outputs["one"] == "v1")
        #expect(
            outputs["map"]?.isSame(
                as: .map(
                    OrderedDictionary(
                        uniqueKeysWithValues: (0..<12).map { ("\($0)", .string("v\($0)")) })))
                == true)
        guard case .list(let references)? = outputs["refs"] else {
            Issue.record("refs is no list")
            return
        }
        #expect(references.count == 12)
    }

    @Test("A group that shrinks loses the members with the highest numbers")
    func shrinking() throws {
        let values = try StackBench().run { bench in
            try await bench.create(Self.template(4))
            try await bench.update(Self.template(2))
            return try await bench.service.outputs("stack")["values"]
        }
        #expect(values == ["v0", "v1"])
    }

    @Test("A member that is named for removal goes, and its name is used no more")
    func removal() throws {
        @Sendable func template(_ policies: String) -> String {
            Self.template(3).replacing("count: 3", "count: 3\n      removal_policies: \(policies)")
        }
        let (removed, later) = try StackBench().run { bench in
            try await bench.create(template("[]"))
            try await bench.update(template("[{resource_list: ['1', nobody]}]"))
            let removed = try await bench.service.outputs("stack")["values"]
            try await bench.update(template("[]"))
            return (removed, try await bench.service.outputs("stack")["values"])
        }
        #expect(removed == ["v0", "v2", "v3"])
        #expect(later == ["v0", "v2", "v3"])
    }

    @Test("A rolling update changes so many members at a time, with a pause between")
    func rolling() throws {
        let policy = "{rolling_update: {max_batch_size: 2, pause_time: 100}}"
        let (stack, elapsed, values) = try StackBench().run { bench in
            try await bench.create(Self.template(4, policy: policy))
            let start = bench.simulator.now
            let stack = try await bench.update(Self.template(4, value: "new", policy: policy))
            let values = try await bench.service.outputs("stack")["values"]
            return (stack, bench.simulator.now - start, values)
        }
        #expect(stack.state == "UPDATE_COMPLETE")
        #expect(values == ["new", "new", "new", "new"])
        #expect(elapsed > .seconds(100) && elapsed < .seconds(110))
    }

    // Source: `heat.scaling.rolling_update` of openstack-heat 24, asked for these.
    @Test(
        "Batches keep the minimum in service, and may make more members meanwhile",
        arguments: [
            (3, 3, 1, 0, [(3, 1), (3, 1), (3, 1)]),
            (3, 3, 2, 3, [(5, 2), (5, 2), (4, 1), (3, 0)]),
            (2, 4, 2, 0, [(2, 2)]),
            (4, 2, 2, 0, [(4, 2), (4, 2)]),
            (4, 0, 3, 0, [(3, 3), (4, 1)]),
            (5, 5, 2, 4, [(6, 2), (6, 2), (6, 2), (5, 0)]),
            (6, 3, 4, 3, [(7, 4), (6, 3)]), (1, 5, 2, 5, [(2, 1), (1, 0)]),
        ])
    func batches(
        _ target: Int, _ current: Int, _ size: Int, _ minimum: Int, _ expected: [(Int, Int)]
    ) {
        let batches = RollingUpdate.batches(
            target: target, current: current, size: size, minimum: minimum)
        #expect(batches.map(\.capacity) == expected.map(\.0))
        #expect(batches.map(\.changes) == expected.map(\.1))
    }

    @Test("A canary that fails is taken back before another member changes")
    func canary() throws {
        let policy = "{canary_update: {max_batch_size: 1}}"
        let (stack, values) = try StackBench().run { bench in
            try await bench.create(Self.template(3, policy: policy))
            let stack = try await bench.update(
                Self.template(3, value: "new", more: "fail: true, ", policy: policy))
            return (stack, try await bench.service.outputs("stack")["values"])
        }
        #expect(stack.state == "UPDATE_FAILED")
        #expect(values == ["v0", "v1", "v2"])
    }

    @Test("A chain makes one resource of each type, one after another")
    func chain() throws {
        let (stack, names) = try StackBench().run { bench in
            let stack = try await bench.create(
                """
                resources:
                  chain:
                    type: OS::Heat::ResourceChain
                    properties:
                      resources: [OS::Heat::TestResource, OS::Heat::TestResource]
                      resource_properties: {value: x}
                outputs: {values: {value: {get_attr: [chain, output]}}}
                """)
            let child = try await bench.resource("chain").physicalID ?? ""
            return (stack, try await bench.history(child))
        }
        #expect(stack.state == "CREATE_COMPLETE")
        #expect(
            Array(names.dropFirst().dropLast()) == [
                "0 CREATE_IN_PROGRESS", "0 CREATE_COMPLETE", "1 CREATE_IN_PROGRESS",
                "1 CREATE_COMPLETE",
            ])
    }
}

extension String {
    fileprivate func replacing(_ mark: String, _ text: String) -> String {
        split(separator: mark, omittingEmptySubsequences: false).joined(separator: text)
    }
}
