import Orchestration
import OrderedCollections
import Simulation
import Testing

@Suite("The update of a stack")
struct UpdateTests {
    /// A resource that another one rests on.
    private static func template(
        first: String = "value: one", second: String = "value: two", more: String = ""
    ) -> String {
        """
        resources:
          first:
            type: OS::Heat::TestResource
            properties: {\(first)}
          second:
            type: OS::Heat::TestResource
            depends_on: first
            properties: {\(second)}
        \(more)
        """
    }

    /// What an update to a template does, as the stack's history tells it.
    private func history(
        from old: String, to new: String, _ options: StackService.Options = .init()
    ) throws -> (StackRecord, [String]) {
        try StackBench().run { bench in
            try await bench.create(old)
            let before = try await bench.history().count
            var stack = try await bench.update(new, options)
            stack = try await bench.settled("stack")
            return (stack, Array(try await bench.history().dropFirst(before)))
        }
    }

    @Test("Nothing happens to resources of which nothing changes")
    func unchanged() throws {
        let (stack, history) = try history(from: Self.template(), to: Self.template())
        #expect(stack.state == "UPDATE_COMPLETE")
        #expect(history == ["stack UPDATE_IN_PROGRESS", "stack UPDATE_COMPLETE"])
    }

    @Test("A property that may change in place does, and the resource keeps its identity")
    func inPlace() throws {
        let (before, after) = try StackBench().run { bench in
            try await bench.create(Self.template())
            let before = try await bench.resource("first")
            try await bench.update(Self.template(first: "value: other"))
            return (before, try await bench.resource("first"))
        }
        #expect(after.state == "UPDATE_COMPLETE")
        #expect(after.physicalID == before.physicalID)
        #expect(after.id == before.id)
    }

    @Test("What must be replaced is made anew first; the old one goes when all is done")
    func replacement() throws {
        let (_, history) = try history(
            from: Self.template(), to: Self.template(first: "value: one, update_replace_value: x"))
        #expect(
            history == [
                "stack UPDATE_IN_PROGRESS", "first CREATE_IN_PROGRESS", "first CREATE_COMPLETE",
                "first DELETE_IN_PROGRESS", "first DELETE_COMPLETE", "stack UPDATE_COMPLETE",
            ])
    }

    @Test("A replaced resource stays until those that rest on it have moved over")
    func moving() throws {
        let dependant = """
              third:
                type: OS::Heat::TestResource
                properties: {value: {get_resource: first}}
            """
        let (_, history) = try history(
            from: Self.template(more: dependant),
            to: Self.template(
                first: "value: one, update_replace_value: x", more: dependant))
        let updated = history.firstIndex(of: "third UPDATE_COMPLETE")
        let deleted = history.firstIndex(of: "first DELETE_IN_PROGRESS")
        #expect(try #require(updated) < (try #require(deleted)))
    }

    @Test("A resource that the template has no more goes, after those that rested on it")
    func removal() throws {
        let (_, history) = try history(
            from: Self.template(), to: "resources:\n  other: {type: OS::Heat::None}")
        let second = try #require(history.firstIndex(of: "second DELETE_COMPLETE"))
        let first = try #require(history.firstIndex(of: "first DELETE_IN_PROGRESS"))
        #expect(second < first)
    }

    @Test("A resource whose type changes is replaced")
    func typeChange() throws {
        let (_, history) = try history(
            from: "resources:\n  one: {type: OS::Heat::TestResource}",
            to: "resources:\n  one: {type: OS::Heat::RandomString}")
        #expect(history.contains("one CREATE_COMPLETE"))
        #expect(history.contains("one DELETE_COMPLETE"))
    }

    @Test("A failure leaves the stack failed, and what rests on it untouched")
    func failure() throws {
        let (stack, history) = try history(
            from: Self.template(),
            to: Self.template(first: "value: x, fail: true", second: "value: y"))
        #expect(stack.state == "UPDATE_FAILED")
        #expect(
            stack.reason
                == "Resource UPDATE failed: ValueError: resources.first: Test Resource failed first"
        )
        #expect(
            history == [
                "stack UPDATE_IN_PROGRESS", "first UPDATE_IN_PROGRESS", "first UPDATE_FAILED",
                "stack UPDATE_FAILED",
            ])
    }

    @Test("A failed resource is replaced by the next update")
    func recovery() throws {
        let (before, after) = try StackBench().run { bench in
            try await bench.create(Self.template())
            try await bench.update(Self.template(first: "value: x, fail: true"))
            let before = try await bench.resource("first")
            try await bench.update(Self.template(first: "value: x"))
            return (before, try await bench.resource("first"))
        }
        #expect(before.state == "UPDATE_FAILED")
        #expect(after.state == "CREATE_COMPLETE")
        #expect(after.physicalID != before.physicalID)
    }

    @Test("A failed update is taken back where that was asked for")
    func rollback() throws {
        var options = StackService.Options()
        options.rollback = .enabled
        let failing = Self.template(
            first: "value: one, update_replace_value: x", second: "value: y, fail: true")
        let (before, after, stack) = try StackBench().run { [options] bench in
            try await bench.create(Self.template())
            let before = try await bench.resource("first")
            let stack = try await bench.update(failing, options)
            return (before, try await bench.resource("first"), stack)
        }
        #expect(stack.state == "ROLLBACK_COMPLETE")
        // What was replaced was still there.
        #expect(after.physicalID == before.physicalID)
    }

    @Test("What is taken back is so in its order, whatever the failure had made ready")
    func rollbackOrder() throws {
        @Sendable func template(_ properties: String) -> String {
            """
            resources:
              first:
                type: OS::Heat::TestResource
                properties: {\(properties), action_wait_secs: {update: 10}}
              second:
                type: OS::Heat::ResourceGroup
                depends_on: first
                properties: {count: 1, resource_def: {type: OS::Heat::None}}
            """
        }
        var options = StackService.Options()
        options.rollback = .enabled
        let history = try StackBench().run { [options] bench in
            try await bench.create(template("value: one"))
            let start = try await bench.history().count
            try await bench.update(template("value: two, fail: true"), options)
            return Array(try await bench.history().dropFirst(start))
        }
        #expect(history.last == "stack ROLLBACK_COMPLETE")
        let first = try #require(history.lastIndex(of: "first CREATE_COMPLETE"))
        let second = try #require(history.firstIndex(of: "second UPDATE_IN_PROGRESS"))
        #expect(first < second, "\(history)")
    }

    @Test("A failed creation that is taken back leaves nothing")
    func undoneCreation() throws {
        var options = StackService.Options()
        options.rollback = .enabled
        let (stack, left) = try StackBench().run { [options] bench in
            let stack = try await bench.create(Self.template(second: "fail: true"), options)
            return (stack, try await bench.service.resources("stack"))
        }
        #expect(stack.state == "ROLLBACK_COMPLETE")
        #expect(left.isEmpty)
    }

    @Test("What an environment restricts is refused, and stays as it is")
    func restriction() throws {
        let environment = """
            resource_registry: {resources: {first: {restricted_actions: replace}}}
            """
        let (stack, first) = try StackBench().run { bench in
            try await bench.create(Self.template())
            let stack = try await bench.update(
                Self.template(first: "update_replace_value: x"), environment: environment)
            return (stack, try await bench.resource("first"))
        }
        #expect(stack.state == "UPDATE_FAILED")
        #expect(stack.reason.hasSuffix("resources.first: replace is restricted for resource."))
        #expect(first.state == "CREATE_COMPLETE")
    }

    @Test("A new update takes over from one that is under way")
    func preemption() throws {
        let (stack, value) = try StackBench().run { bench in
            try await bench.create(Self.template())
            let slow = try StackBench.contents(
                Self.template(first: "value: slow, wait_secs: 100", second: "value: never"))
            try await bench.service.update("stack", slow)
            try await bench.pause(.seconds(10))
            let stack = try await bench.update(Self.template(first: "value: last"))
            return (stack, try await bench.resource("first").data)
        }
        #expect(stack.state == "UPDATE_COMPLETE")
        #expect(value.json().contains("last"))
    }

    @Test("A cancelled update goes back to what was there before")
    func cancel() throws {
        let (stack, value) = try StackBench().run { bench in
            try await bench.create(Self.template())
            let slow = try StackBench.contents(
                Self.template(first: "value: slow, wait_secs: 1000"))
            try await bench.service.update("stack", slow)
            try await bench.pause(.seconds(10))
            try await bench.service.cancelUpdate("stack")
            let stack = try await bench.settled("stack")
            return (stack, try await bench.resource("first").data)
        }
        #expect(stack.state == "ROLLBACK_COMPLETE")
        #expect(value.json().contains("one"))
    }

    @Test("An action that takes too long fails")
    func timeout() throws {
        var options = StackService.Options()
        options.timeout = 1
        let stack = try StackBench().run { [options] bench in
            try await bench.create(Self.template(first: "wait_secs: 100"), options)
        }
        #expect(stack.state == "CREATE_FAILED")
        #expect(stack.reason == "Timed out")
    }
}
