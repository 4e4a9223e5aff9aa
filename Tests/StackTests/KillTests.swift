import Orchestration
import OrderedCollections
import SimulatedDatacenter
import Simulation
import Testing

@Suite("An engine that dies")
struct KillTests {
    private static let inner = """
        heat_template_version: 2018-08-31
        parameters: {value: {type: string}}
        resources:
          inner:
            type: OS::Heat::TestResource
            properties: {value: {get_param: value}, wait_secs: 3}
        outputs: {result: {value: {get_attr: [inner, output]}}}
        """

    private static func template(_ value: String, replacing mark: String) -> String {
        """
        resources:
          first:
            type: OS::Heat::TestResource
            properties: {value: \(value), update_replace_value: \(mark), wait_secs: 2}
          second:
            type: inner.yaml
            properties: {value: {get_attr: [first, output]}}
          third:
            type: OS::Heat::TestResource
            properties: {value: {get_attr: [second, result]}}
        """
    }

    /// Kills the engine again and again, each time after another stretch of time.
    private func run<Value: Sendable>(
        _ seed: UInt64, _ body: @escaping @Sendable (StackBench) async throws -> Value
    ) throws -> Value {
        let bench = StackBench(seed: seed)
        let killer = SimulatedProcess(
            "killer", on: bench.simulator, clock: NodeClock(bench.simulator))
        killer.spawn {
            var generator = bench.simulator.random.branch("killer")
            while true {
                // From less than one access to the store to several steps of a stack.
                let scale = Int64.random(in: 1...4, using: &generator)
                let longest = [2_000, 20_000, 200_000, 2_000_000][Int(scale) - 1]
                let pause = Duration.microseconds(
                    Int64.random(in: 1...Int64(longest), using: &generator))
                let end = bench.simulator.now + pause
                guard (try? await killer.wait(WaitReason("lurks"), until: end)) != nil else {
                    return
                }
                bench.startEngine()
            }
        }
        return try bench.run(body)
    }

    @Test("Whenever an engine dies, the next one carries on", arguments: UInt64(1)...10)
    func carriesOn(seed: UInt64) throws {
        let files = ["inner.yaml": Self.inner]
        let (created, updated, value, left) = try run(seed) { bench in
            let created = try await bench.create(
                Self.template("one", replacing: "a"), files: files)
            let updated = try await bench.update(
                Self.template("two", replacing: "b"), files: files)
            let value = try await bench.resource("third").data
            try await bench.service.delete("stack")
            _ = try? await bench.settled(created.id)
            return (created, updated, value, bench.store.snapshot(of: ResourceRecord.self).count)
        }
        #expect(created.state == "CREATE_COMPLETE")
        #expect(updated.state == "UPDATE_COMPLETE")
        #expect(value.json().contains("two"))
        #expect(left == 0)
    }

    private static let group = """
        resources:
          handle: {type: OS::Heat::WaitConditionHandle}
          condition:
            type: OS::Heat::WaitCondition
            properties: {handle: {get_resource: handle}, timeout: 600}
          group:
            type: OS::Heat::ResourceGroup
            depends_on: condition
            update_policy: {rolling_update: {max_batch_size: 1, pause_time: 2}}
            properties:
              count: 3
              resource_def:
                type: OS::Heat::TestResource
                properties: {value: VALUE, wait_secs: 1, fail: FAIL}
        outputs: {values: {value: {get_attr: [group, output]}}}
        """

    private static func group(_ value: String, fail: Bool = false) -> String {
        group.split(separator: "VALUE").joined(separator: value)
            .split(separator: "FAIL").joined(separator: "\(fail)")
    }

    @Test(
        "Signals, batches and rollbacks lose nothing when engines die", arguments: UInt64(1)...6)
    func losesNothing(seed: UInt64) throws {
        let (stacks, values) = try run(seed) { bench in
            var options = StackService.Options()
            options.rollback = .enabled
            try await bench.service.create("stack", StackBench.contents(Self.group("a")), options)
            try await bench.pause(.seconds(3))
            try await bench.service.signal("stack", resource: "handle")
            let created = try await bench.settled("stack")
            let updated = try await bench.update(Self.group("b"), options)
            try await bench.service.update(
                "stack", StackBench.contents(Self.group("c", fail: true)), options)
            var rolled = try await bench.settled("stack")
            while rolled.action == .update { rolled = try await bench.settled("stack") }
            return (
                [created, updated, rolled].map(\.state),
                try await bench.service.outputs("stack")["values"]
            )
        }
        #expect(stacks == ["CREATE_COMPLETE", "UPDATE_COMPLETE", "ROLLBACK_COMPLETE"])
        #expect(values == ["b", "b", "b"])
    }
}
