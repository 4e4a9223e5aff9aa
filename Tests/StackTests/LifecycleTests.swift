import Orchestration
import OrderedCollections
import Simulation
import Testing

@Suite("The life of a stack")
struct LifecycleTests {
    private static let pair = """
        resources:
          first: {type: OS::Heat::TestResource, properties: {value: one}}
          second:
            type: OS::Heat::TestResource
            properties: {value: {get_attr: [first, output]}}
        outputs:
          result: {value: {get_attr: [second, output]}}
        """

    @Test("A stack's resources are made in the order in which they need each other")
    func order() throws {
        let (stack, history, result) = try StackBench().run { bench in
            let stack = try await bench.create(Self.pair)
            return (stack, try await bench.history(), try await bench.service.outputs("stack"))
        }
        #expect(stack.state == "CREATE_COMPLETE")
        #expect(stack.reason == "Stack CREATE completed successfully")
        #expect(
            history == [
                "stack CREATE_IN_PROGRESS", "first CREATE_IN_PROGRESS", "first CREATE_COMPLETE",
                "second CREATE_IN_PROGRESS", "second CREATE_COMPLETE", "stack CREATE_COMPLETE",
            ])
        #expect(result["result"] == "one")
    }

    @Test("A stack is deleted in the reverse order, and its name is free then")
    func deletion() throws {
        let (stack, history) = try StackBench().run { bench in
            let id = try await bench.create(Self.pair).id
            try await bench.service.delete("stack")
            let stack = try await bench.settled(id)
            let history = try await bench.history(id)
            try await bench.create(Self.pair)
            return (stack, history.suffix(6))
        }
        #expect(stack.state == "DELETE_COMPLETE")
        #expect(
            history == [
                "stack DELETE_IN_PROGRESS", "second DELETE_IN_PROGRESS", "second DELETE_COMPLETE",
                "first DELETE_IN_PROGRESS", "first DELETE_COMPLETE", "stack DELETE_COMPLETE",
            ])
    }
}
