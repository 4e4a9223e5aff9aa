import Orchestration
import OrderedCollections
import SimulatedDatacenter
import Simulation
import Testing

@Suite("What is asked of stacks")
struct ServiceTests {
    private static let template = """
        parameters:
          one: {type: string, default: a}
          two: {type: string, default: b}
        resources:
          first: {type: OS::Heat::TestResource, properties: {value: {get_param: one}}}
          second: {type: OS::Heat::RandomString, properties: {salt: {get_param: two}}}
        outputs: {values: {value: [{get_param: one}, {get_param: two}]}}
        """

    private static func values(_ one: String, _ two: String) -> String {
        "parameters: {one: \(one), two: \(two)}"
    }

    private static func environment(_ text: String) throws -> Environment {
        try Environment(merging: [EnvironmentFile(parsing: text, file: "environment.yaml")])
    }

    @Test("An update keeps what it does not say only where that is asked for")
    func patch() throws {
        let (patched, cleared, whole) = try StackBench().run { bench in
            try await bench.create(Self.template, environment: Self.values("x", "y"))
            var changes = StackService.Changes()
            changes.environment = try Self.environment("parameters: {one: z}")
            try await bench.service.patch("stack", changes)
            try await bench.settled("stack")
            let patched = try await bench.service.outputs("stack")["values"]
            changes = StackService.Changes()
            changes.cleared = ["two"]
            try await bench.service.patch("stack", changes)
            try await bench.settled("stack")
            let cleared = try await bench.service.outputs("stack")["values"]
            try await bench.update(Self.template, environment: "parameters: {two: w}")
            return (patched, cleared, try await bench.service.outputs("stack")["values"])
        }
        #expect(patched == ["z", "y"])
        #expect(cleared == ["z", "b"])
        #expect(whole == ["a", "w"])
    }

    @Test("What a stack was made of goes when nobody can go back to it")
    func leftovers() throws {
        let (updated, gone) = try StackBench().run { bench in
            let count = {
                (
                    bench.store.snapshot(of: StackSource.self).count,
                    bench.store.snapshot(of: StackBundle.self).count
                )
            }
            let id = try await bench.create(Self.template).id
            try await bench.update(Self.template, environment: Self.values("x", "y"))
            let updated = count()
            try await bench.service.delete(id)
            try await bench.settled(id)
            return (updated, count())
        }
        #expect(updated == (1, 1))
        #expect(gone == (0, 0))
    }

    @Test("A preview says what an update would do, and does nothing")
    func preview() throws {
        let more = """
            resources:
              first: {type: OS::Heat::TestResource, properties: {value: c}}
              second: {type: OS::Heat::RandomString, properties: {salt: c}}
              fourth: {type: OS::Heat::None}
              fifth: {type: OS::Heat::Value, properties: {value: 1}}
            """
        let (preview, history) = try StackBench().run { bench in
            try await bench.create(
                Self.template
                    .extended(at: "resources:") {
                        $0 + "\n  third: {type: OS::Heat::None}\n"
                            + "  fifth: {type: OS::Heat::Value, properties: {value: 1}}"
                    })
            let before = try await bench.history().count
            let preview = try await bench.service.preview("stack", StackBench.contents(more))
            return (preview, try await bench.history().dropFirst(before))
        }
        #expect(preview.updated == ["first"])
        #expect(preview.replaced == ["second"])
        #expect(preview.added == ["fourth"])
        #expect(preview.deleted == ["third"])
        #expect(preview.unchanged == ["fifth"])
        #expect(history.isEmpty)
    }

    @Test("A stack goes back to what it was when a snapshot was taken")
    func snapshot() throws {
        let (stack, values, taken) = try StackBench().run { bench in
            try await bench.create(Self.template, environment: Self.values("x", "y"))
            let snapshot = try await bench.service.snapshot("stack", called: "good")
            try await bench.settled("stack")
            let taken = try await bench.service.snapshots("stack")
            try await bench.update(Self.template, environment: Self.values("p", "q"))
            try await bench.service.restore("stack", to: snapshot)
            let stack = try await bench.settled("stack")
            return (stack, try await bench.service.outputs("stack")["values"], taken)
        }
        #expect(stack.state == "RESTORE_COMPLETE")
        #expect(values == ["x", "y"])
        #expect(taken.map(\.name) == ["good"])
        #expect(taken.map(\.status) == [.complete])
    }

    @Test("What one stack lets go of another adopts, as it is")
    func adoption() throws {
        let (before, after, stack) = try StackBench().run { bench in
            let id = try await bench.create(Self.template).id
            let before = try await bench.resource("second")
            let data = try await bench.service.export("stack")
            try await bench.service.abandon("stack")
            try await bench.settled(id)
            let contents = try StackBench.contents(Self.template)
            try await bench.service.adopt("stack", contents, data)
            let stack = try await bench.settled("stack")
            return (before, try await bench.resource("second"), stack)
        }
        #expect(stack.state == "ADOPT_COMPLETE")
        #expect(after.state == "ADOPT_COMPLETE")
        #expect(after.physicalID == before.physicalID)
        #expect(after.data == before.data)
    }

    @Test("Adopting what nobody told of fails")
    func missingAdoption() throws {
        let stack = try StackBench().run { bench in
            let contents = try StackBench.contents(Self.template)
            try await bench.service.adopt("stack", contents, ["resources": [:]])
            return try await bench.settled("stack")
        }
        #expect(stack.state == "ADOPT_FAILED")
        #expect(stack.reason.hasSuffix("Resource ID was not provided."))
    }

    @Test("A stack that is suspended, or that goes, is not updated")
    func refusals() throws {
        let reasons = try StackBench().run { bench in
            let id = try await bench.create(Self.template).id
            try await bench.service.ask("stack", .suspend)
            try await bench.settled("stack")
            var reasons: [String] = []
            for _ in 0..<2 {
                do { try await bench.update(Self.template, name: id) } catch {
                    reasons.append("\(error)")
                }
                try await bench.service.delete(id)
            }
            return reasons
        }
        #expect(
            reasons == [
                "Updating a stack when it is suspended is not supported.",
                "Updating a stack when it is deleting is not supported.",
            ])
    }

    @Test(
        "Properties that do not fit are refused in Heat's words",
        arguments: [
            (
                "OS::Heat::RandomString", "length: 1000",
                "length: 1000 is out of range (min: 1, max: 512)"
            ),
            ("OS::Heat::RandomString", "colour: red", "Unknown Property colour"),
            ("OS::Heat::RandomString", "length: long", "length: Value 'long' is not an integer"),
            ("OS::Heat::Value", "type: string", "Property value not assigned"),
            (
                "OS::Heat::ResourceGroup", "resource_def: {type: x, colour: red}",
                "resource_def: Unknown Property colour"
            ),
            (
                "OS::Heat::RandomString", "character_classes: [{class: letters, min: 0}]",
                "character_classes.0.min: 0 is out of range (min: 1, max: 512)"
            ),
        ])
    func properties(_ type: String, _ given: String, _ fault: String) throws {
        let stack = try StackBench().run { bench in
            try await bench.create("resources: {one: {type: '\(type)', properties: {\(given)}}}")
        }
        let dot = fault.first?.isUppercase == true ? ": " : "."
        #expect(
            stack.reason
                == "Resource CREATE failed: StackValidationFailed: resources.one: "
                + "Property error: resources.one.properties\(dot)\(fault)")
    }

    @Test("A group grows and shrinks as its policies ask, within its bounds")
    func scaling() throws {
        let template = """
            resources:
              group:
                type: OS::Heat::AutoScalingGroup
                properties:
                  min_size: 1
                  max_size: 3
                  resource: {type: OS::Heat::TestResource}
              up:
                type: OS::Heat::ScalingPolicy
                properties:
                  auto_scaling_group_id: {get_resource: group}
                  adjustment_type: change_in_capacity
                  scaling_adjustment: 5
              down:
                type: OS::Heat::ScalingPolicy
                properties:
                  auto_scaling_group_id: {get_resource: group}
                  adjustment_type: percent_change_in_capacity
                  scaling_adjustment: -50
            outputs: {size: {value: {get_attr: [group, current_size]}}}
            """
        let sizes = try StackBench().run { bench in
            try await bench.create(template)
            var sizes = [try await bench.service.outputs("stack")["size"]]
            for policy in ["up", "down", "down", "down"] {
                try await bench.service.signal("stack", resource: policy)
                try await bench.pause(.seconds(10))
                sizes.append(try await bench.service.outputs("stack")["size"])
            }
            return sizes
        }
        #expect(sizes == [1, 3, 2, 1, 1])
    }
}

extension String {
    /// Puts more after a line.
    fileprivate func extended(at line: String, _ body: (String) -> String) -> String {
        split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0 == line ? body(line) : String($0) }.joined(separator: "\n")
    }
}
