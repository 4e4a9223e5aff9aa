import Orchestration
import OrderedCollections
import SimulatedDatacenter
import Simulation
import Testing
import World

@Suite("What waits to be told")
struct SignalTests {
    private static let condition = """
        resources:
          handle: {type: OS::Heat::WaitConditionHandle}
          condition:
            type: OS::Heat::WaitCondition
            properties: {handle: {get_resource: handle}, timeout: 60, count: 2}
        outputs: {data: {value: {get_attr: [condition, data]}}}
        """

    @Test("A wait condition ends when it was told often enough, each by another id")
    func success() throws {
        let (early, stack, data) = try StackBench().run { bench in
            try await bench.service.create("stack", StackBench.contents(Self.condition))
            try await bench.pause(.seconds(5))
            for id in ["a", "a"] {
                try await bench.service.signal(
                    "stack", resource: "handle", ["id": .string(id), "data": "x"])
            }
            try await bench.pause(.seconds(5))
            let early = try await bench.service.show("stack").state
            try await bench.service.signal("stack", resource: "handle", ["id": "b", "data": "y"])
            let stack = try await bench.settled("stack")
            return (early, stack, try await bench.service.outputs("stack")["data"])
        }
        #expect(early == "CREATE_IN_PROGRESS")
        #expect(stack.state == "CREATE_COMPLETE")
        #expect(data == #"{"a": "x", "b": "y"}"#)
    }

    @Test("One failure ends a wait condition")
    func failure() throws {
        let stack = try StackBench().run { bench in
            try await bench.service.create("stack", StackBench.contents(Self.condition))
            try await bench.pause(.seconds(5))
            try await bench.service.signal(
                "stack", resource: "handle", ["status": "FAILURE", "reason": "no disk"])
            return try await bench.settled("stack")
        }
        #expect(
            stack.reason
                == "Resource CREATE failed: WaitConditionFailure: resources.condition: no disk")
    }

    @Test("A wait condition that is not told in time says how often it was")
    func timeout() throws {
        let stack = try StackBench().run { bench in
            try await bench.create(Self.condition)
        }
        #expect(
            stack.reason
                == "Resource CREATE failed: WaitConditionTimeout: resources.condition: "
                + "0 of 2 received")
    }

    private static func deployment(_ properties: String = "") -> String {
        """
        resources:
          server: {type: OS::Heat::DeployedServer}
          config:
            type: OS::Heat::SoftwareConfig
            properties:
              group: script
              config: echo
              inputs: [{name: one, default: d}]
              outputs: [{name: result}, {name: wrong, error_output: true}]
          deployment:
            type: OS::Heat::SoftwareDeployment
            properties:
              config: {get_resource: config}
              server: {get_resource: server}
              input_values: {other: x}
              \(properties)
        outputs:
          result: {value: {get_attr: [deployment, result]}}
        """
    }

    @Test("A deployment is under way until its server tells what came of it")
    func deployment() throws {
        let (early, stack, output) = try StackBench().run { bench in
            try await bench.service.create("stack", StackBench.contents(Self.deployment()))
            try await bench.pause(.seconds(100))
            let early = try await bench.service.show("stack").state
            try await bench.service.signal(
                "stack", resource: "deployment", ["deploy_status_code": 0, "result": "done"])
            let stack = try await bench.settled("stack")
            return (early, stack, try await bench.service.outputs("stack")["result"])
        }
        #expect(early == "CREATE_IN_PROGRESS")
        #expect(stack.state == "CREATE_COMPLETE")
        #expect(output == "done")
    }

    @Test(
        "A code that is not zero and an output that is an error are failures",
        arguments: [
            (
                TemplateValue.map(["deploy_status_code": 3]),
                "deploy_status_code : Deployment exited with non-zero status code: 3"
            ), (TemplateValue.map(["wrong": "broken"]), "wrong : broken"),
        ])
    func failedDeployment(_ details: TemplateValue, _ reason: String) throws {
        let stack = try StackBench().run { bench in
            try await bench.service.create("stack", StackBench.contents(Self.deployment()))
            try await bench.pause(.seconds(5))
            try await bench.service.signal("stack", resource: "deployment", details)
            return try await bench.settled("stack")
        }
        #expect(
            stack.reason
                == "Resource CREATE failed: Error: resources.deployment: "
                + "Deployment to server failed: \(reason)")
    }

    @Test("A deployment that sends no signal is done at once")
    func silent() throws {
        let stack = try StackBench().run { bench in
            try await bench.create(Self.deployment("signal_transport: NO_SIGNAL"))
        }
        #expect(stack.state == "CREATE_COMPLETE")
    }

    @Test(
        "A server that signals to Heat's API or to a queue is told its account, always the same",
        arguments: ["HEAT_SIGNAL", "ZAQAR_SIGNAL"])
    func accounts(_ transport: String) throws {
        @Sendable func template(_ more: String) -> String {
            Self.deployment("signal_transport: \(transport)\(more)")
        }
        let accounts = try StackBench().run { bench in
            func inputs() async throws -> [String: TemplateValue] {
                let record = try await bench.service.deployment("deployment", in: "stack")
                let configs = bench.store.snapshot(of: SoftwareConfigRecord.self).map(\.document)
                let config = configs.first { $0.id == record?.config }
                return Dictionary(
                    (config?.inputs ?? []).map { ($0["name"].text, $0["value"]) },
                    uniquingKeysWith: { $1 })
            }
            func tell() async throws {
                try await bench.service.signal("stack", resource: "deployment", [:])
                _ = try await bench.settled("stack")
            }
            try await bench.service.create("stack", StackBench.contents(template("")))
            try await bench.pause(.seconds(5))
            let first = try await inputs()
            try await tell()
            let changed = template("\n      name: other")
            try await bench.service.update("stack", StackBench.contents(changed))
            try await bench.pause(.seconds(5))
            return (first, try await inputs())
        }
        let names = [
            "deploy_auth_url", "deploy_username", "deploy_user_id", "deploy_password",
            "deploy_project_id", "deploy_region_name",
        ]
        for name in names {
            #expect(accounts.0[name]?.isEmpty == false, "\(name)")
            #expect(accounts.0[name] == accounts.1[name], "\(name)")
        }
        #expect(accounts.0["deploy_action"] != accounts.1["deploy_action"])
        #expect((accounts.0["deploy_queue_id"] != nil) == (transport == "ZAQAR_SIGNAL"))
    }

    @Test("A deployment is given up though its config went first")
    func goneConfig() throws {
        let config = """
            heat_template_version: 2018-08-31
            parameters: {text: {type: string}}
            resources:
              config: {type: OS::Heat::SoftwareConfig, properties: {config: {get_param: text}}}
            outputs: {id: {value: {get_resource: config}}}
            """
        @Sendable func template(_ text: String, _ servers: String) -> String {
            """
            resources:
              inner: {type: config.yaml, properties: {text: \(text)}}
              group:
                type: OS::Heat::SoftwareDeploymentGroup
                properties:
                  config: {get_attr: [inner, id]}
                  servers: {\(servers)}
                  signal_transport: NO_SIGNAL
            """
        }
        let (before, after) = try StackBench().run { bench in
            let files = ["config.yaml": config]
            let before = try await bench.create(template("one", "a: s, b: t"), files: files)
            return (before, try await bench.update(template("two", "b: t"), files: files))
        }
        #expect(before.state == "CREATE_COMPLETE")
        #expect(after.state == "UPDATE_COMPLETE", "\(after.reason)")
    }

    @Test("What waits at a hook goes on when the hook is cleared")
    func hook() throws {
        let environment = "resource_registry: {resources: {one: {hooks: pre-create}}}"
        let template = "resources: {one: {type: OS::Heat::TestResource}}"
        let (early, text, stack) = try StackBench().run { bench in
            try await bench.service.create(
                "stack", StackBench.contents(template, [:], environment))
            try await bench.pause(.seconds(100))
            let early = try await bench.service.show("stack").state
            let text = try await bench.service.events("stack").last?.reason
            try await bench.service.clear(.preCreate, "stack", resource: "one")
            return (early, text, try await bench.settled("stack"))
        }
        #expect(early == "CREATE_IN_PROGRESS")
        #expect(text == "CREATE paused until Hook pre-create is cleared")
        #expect(stack.state == "CREATE_COMPLETE")
    }

    @Test(
        "A hook holds every update anew, once, also one that comes before it was cleared",
        arguments: [Hook.preUpdate, .postUpdate])
    func hookOfUpdates(_ hook: Hook) throws {
        @Sendable func contents(_ value: String) throws -> StackService.Contents {
            try StackBench.contents(
                "resources: {one: {type: OS::Heat::TestResource, properties: {value: \(value)}}}",
                [:], "resource_registry: {resources: {one: {hooks: \(hook.rawValue)}}}")
        }
        let (states, values) = try StackBench().run { bench in
            var (states, values): ([String], [TemplateValue]) = ([], [])
            func look() async throws {
                try await bench.pause(.seconds(100))
                states.append(try await bench.service.show("stack").state)
                values.append(try await bench.resource("one").definition.given["value"] ?? .null)
            }
            try await bench.service.create("stack", try contents("a"))
            try await look()
            for round in [["b"], ["c", "d"]] {
                for value in round {
                    try await bench.service.update("stack", try contents(value))
                    try await look()
                }
                try await bench.service.clear(hook, "stack", resource: "one")
                try await look()
            }
            return (states, values)
        }
        let held = "UPDATE_IN_PROGRESS"
        let done = "UPDATE_COMPLETE"
        #expect(states == ["CREATE_COMPLETE", held, done, held, held, done])
        #expect(values.first == "a" && values[2] == "b" && values.last == "d")
        if hook == .preUpdate { #expect(values[1] == "a" && values[4] == "b") }
    }

    @Test("A resource that somebody marks is replaced by the next update")
    func unhealthy() throws {
        let template = "resources: {one: {type: OS::Heat::TestResource}}"
        let (before, marked, after) = try StackBench().run { bench in
            try await bench.create(template)
            let before = try await bench.resource("one")
            try await bench.service.mark("stack", resource: "one", .unhealthy, reason: "smoke")
            try await bench.pause(.seconds(5))
            let marked = try await bench.resource("one")
            try await bench.update(template)
            return (before, marked, try await bench.resource("one"))
        }
        #expect(marked.state == "CHECK_FAILED")
        #expect(marked.reason == "smoke")
        #expect(after.physicalID != before.physicalID)
    }

    @Test("Suspending and resuming go through the resources in opposite orders")
    func suspension() throws {
        let template = """
            resources:
              one: {type: OS::Heat::TestResource}
              two: {type: OS::Heat::TestResource, depends_on: one}
            """
        let history = try StackBench().run { bench in
            try await bench.create(template)
            let start = try await bench.history().count
            try await bench.service.ask("stack", .suspend)
            try await bench.settled("stack")
            try await bench.service.ask("stack", .resume)
            try await bench.settled("stack")
            return Array(try await bench.history().dropFirst(start))
        }
        #expect(
            history.filter { $0.hasSuffix("COMPLETE") } == [
                "two SUSPEND_COMPLETE", "one SUSPEND_COMPLETE", "stack SUSPEND_COMPLETE",
                "one RESUME_COMPLETE", "two RESUME_COMPLETE", "stack RESUME_COMPLETE",
            ])
    }
}
