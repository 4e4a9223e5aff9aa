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

    /// Kills the engine again and again, each time after another number of steps of the world.
    @Test("Whenever an engine dies, the next one carries on", arguments: UInt64(1)...40)
    func carriesOn(seed: UInt64) throws {
        let files = ["inner.yaml": Self.inner]
        let bench = StackBench(seed: seed)
        let killer = SimulatedProcess(
            "killer", on: bench.simulator, clock: NodeClock(bench.simulator))
        killer.spawn {
            var generator = bench.simulator.random.branch("killer")
            while true {
                let pause = Duration.microseconds(Int64.random(in: 1...900_000, using: &generator))
                let end = bench.simulator.now + pause
                guard (try? await killer.wait(WaitReason("lurks"), until: end)) != nil else {
                    return
                }
                bench.startEngine()
            }
        }
        let (created, updated, value, left) = try bench.run { bench in
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
}
