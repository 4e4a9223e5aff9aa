import Orchestration
import OrderedCollections
import Simulation
import Testing

@Suite("A stack within a stack")
struct NestedTests {
    private static let inner = """
        heat_template_version: 2018-08-31
        parameters:
          value: {type: string}
          wait: {type: number, default: 0}
          fail: {type: boolean, default: false}
        resources:
          inner:
            type: OS::Heat::TestResource
            properties:
              value: {get_param: value}
              wait_secs: {get_param: wait}
              fail: {get_param: fail}
        outputs:
          result: {value: {get_attr: [inner, output]}}
        """

    private static func outer(_ properties: String) -> String {
        """
        resources:
          outer: {type: inner.yaml, properties: {\(properties)}}
        outputs:
          result: {value: {get_attr: [outer, result]}}
          member: {value: {get_attr: [outer, resource.inner, output]}}
        """
    }

    private static let files = ["inner.yaml": inner]

    @Test("A type that is a template is a stack, whose outputs are attributes")
    func provider() throws {
        let (stack, outputs) = try StackBench().run { bench in
            let stack = try await bench.create(Self.outer("value: x"), files: Self.files)
            return (stack, try await bench.service.outputs("stack"))
        }
        #expect(stack.state == "CREATE_COMPLETE")
        #expect(outputs["result"] == "x")
        #expect(outputs["member"] == "x")
    }

    @Test("An update reaches what lies within")
    func update() throws {
        let (stack, outputs, same) = try StackBench().run { bench in
            try await bench.create(Self.outer("value: x"), files: Self.files)
            let before = try await bench.resource("outer").physicalID
            let stack = try await bench.update(Self.outer("value: y"), files: Self.files)
            let after = try await bench.resource("outer").physicalID
            return (stack, try await bench.service.outputs("stack"), before == after)
        }
        #expect(stack.state == "UPDATE_COMPLETE")
        #expect(outputs["result"] == "y")
        #expect(same)
    }

    @Test("A failure within says which resource failed, and where it lies")
    func failure() throws {
        let stack = try StackBench().run { bench in
            try await bench.create(Self.outer("value: x, fail: true"), files: Self.files)
        }
        #expect(
            stack.reason
                == "Resource CREATE failed: ValueError: resources.outer.resources.inner: "
                + "Test Resource failed inner")
    }

    @Test("A stack takes those within it along when it goes")
    func deletion() throws {
        let left = try StackBench().run { bench in
            let id = try await bench.create(Self.outer("value: x"), files: Self.files).id
            let child = try await bench.resource("outer").physicalID ?? ""
            try await bench.service.delete(id)
            try await bench.settled(id)
            return try? await bench.service.show(child)
        }
        #expect(left == nil)
    }

    @Test("A template that contains itself is stopped at a depth")
    func recursion() throws {
        let stack = try StackBench().run { bench in
            try await bench.create(
                "resources:\n  again: {type: again.yaml}",
                files: [
                    "again.yaml": """
                    heat_template_version: 2018-08-31
                    resources: {again: {type: again.yaml}}
                    """
                ])
        }
        #expect(stack.state == "CREATE_FAILED")
        #expect(stack.reason.hasSuffix("Recursion depth exceeds 5."))
    }
}
