import Documents
import Testing
import World

@testable import NodeAgent

struct HeatConfigTests {
    private static let list = "/var/run/heat-config/heat-config"
    private static let deployed = "/var/lib/heat-config/deployed"
    private static let hooks = "/var/lib/heat-config/hooks"

    /// Heat's own test of the reference: every group once, with one that has no hook.
    private static let data: DocumentValue = [
        [
            "id": "1111", "group": "chef",
            "inputs": [["name": "deploy_signal_id", "value": "mock://192.0.2.2/foo"]],
            "config": "one",
        ],
        ["id": "2222", "group": "cfn-init", "inputs": [], "config": "two"],
        [
            "id": "3333", "group": "salt", "inputs": [["name": "foo", "value": "bar"]],
            "outputs": [["name": "foo"]], "config": "three",
        ],
        [
            "id": "5555", "group": "script",
            "inputs": [["name": "deploy_signal_id", "value": "mock://192.0.2.3/foo"]],
            "config": "five",
        ],
        ["id": "9999", "group": "no-such-hook", "inputs": [], "config": "nine"],
    ]

    private static func machine(
        _ data: DocumentValue, hook: @escaping MemoryNodeSystem.Program
    ) -> MemoryNodeSystem {
        var programs: [String: MemoryNodeSystem.Program] = [:]
        for group in ["chef", "cfn-init", "salt", "script"] { programs["\(hooks)/\(group)"] = hook }
        let system = MemoryNodeSystem(programs: programs)
        system.put(list, data.json, mode: 0o600)
        return system
    }

    private static func config(
        _ system: MemoryNodeSystem, _ post: SignalPost = SignalPost()
    ) -> HeatConfig<MemoryNodeSystem> {
        HeatConfig(on: system, delivery: SignalDelivery(post, clock: IdleClock()))
    }

    @Test func `each config is given whole to the hook of its group, and once`() async throws {
        let system = Self.machine(Self.data) { _ in CommandResult(status: 0) }
        let config = Self.config(system)
        let first = try await config.run()
        #expect(first.map(\.id) == ["1111", "2222", "3333", "5555", "9999"])
        #expect(first.last?.end == .noHook)
        #expect(
            system.commands.map(\.path)
                == ["chef", "cfn-init", "salt", "script"].map {
                    "\(Self.hooks)/\($0)"
                })
        for (command, item) in zip(system.commands, Self.data.list ?? []) {
            #expect(try DocumentValue(json: String(decoding: command.input, as: UTF8.self)) == item)
            let path = "\(Self.deployed)/\(item["id"]?.text ?? "").json"
            #expect(try DocumentValue(json: system[path] ?? "") == item)
            #expect(system.mode(of: path) == 0o600)
        }
        #expect(system["\(Self.deployed)/9999.json"] == nil)
        let second = try await config.run()
        #expect(second.dropLast().allSatisfy { $0.end == .alreadyDeployed })
        #expect(system.commands.count == 4)
    }

    @Test func `a hook that breaks off is neither tried again nor told of`() async throws {
        let system = MemoryNodeSystem()
        system.put(Self.list, Self.data.list.map { DocumentValue.list([$0[0]]).json } ?? "")
        let post = SignalPost()
        let config = HeatConfig(
            on: system, hooks: DeploymentHooks([]).with(BreakingHook(group: "chef")),
            delivery: SignalDelivery(post, clock: IdleClock()))
        // It breaks off with word of whether its marker was there.
        #expect(try await config.run().map(\.end) == [.broken("marked")])
        #expect(try await config.run().map(\.end) == [.alreadyDeployed])
        #expect(post.sent.isEmpty)
        #expect(system.mode(of: Self.list) == 0o600)
    }

    @Test func `what a hook says in JSON is the signal, and what is none is wrapped`() async throws
    {
        let answers: [(CommandResult, DocumentValue)] = [
            (
                CommandResult(
                    status: 0, output: Array(#"{"deploy_status_code": 3, "a": "b"}"#.utf8)),
                ["deploy_status_code": 3, "a": "b"]
            ),
            (
                CommandResult(status: 0, output: Array("text".utf8), errors: Array("e".utf8)),
                ["deploy_stdout": "text", "deploy_stderr": "e", "deploy_status_code": 0]
            ),
            (
                CommandResult(status: 7, errors: Array("broke".utf8)),
                ["deploy_stdout": "", "deploy_stderr": "broke", "deploy_status_code": 7]
            ),
            (CommandResult(status: 0), [:]),
            (CommandResult(status: 1, output: Array(#"{"a": 1}"#.utf8)), ["a": 1]),
        ]
        for (result, said) in answers {
            let post = SignalPost()
            let system = Self.machine([Self.data.list?[0] ?? .null]) { _ in result }
            _ = try await Self.config(system, post).run()
            #expect(
                post.sent == [
                    NodeSignal(
                        said, of: "1111", to: .address("mock://192.0.2.2/foo", .post))
                ])
            #expect(
                try DocumentValue(json: system["\(Self.deployed)/1111.notify.json"] ?? "") == said)
        }
    }

    @Test func `a component does what its resource has done to it, or nothing`() async throws {
        func component(_ action: String) -> DocumentValue {
            [
                "id": "c", "group": "component",
                "inputs": [["name": "deploy_action", "value": .string(action)]],
                "config": [
                    "configs": [
                        ["actions": ["CREATE", "UPDATE"], "config": "make", "tool": "script"],
                        ["actions": ["DELETE"], "config": "unmake", "tool": "salt"],
                    ]
                ],
            ]
        }
        let system = Self.machine([component("DELETE")]) { _ in CommandResult(status: 0) }
        #expect(try await Self.config(system).run().first?.group == "salt")
        let given = try DocumentValue(
            json: String(decoding: system.commands.first?.input ?? [], as: UTF8.self))
        #expect(given["config"] == "unmake" && given["group"] == "salt")
        let other = Self.machine([component("SUSPEND")]) { _ in CommandResult(status: 0) }
        #expect(try await Self.config(other).run().map(\.end) == [.nothingToDo])
        #expect(other["\(Self.deployed)/c.json"] == nil)
    }

    @Test func `what calls itself a string is given as one`() async throws {
        let item: DocumentValue = [
            "id": "s", "group": "script", "config": "",
            "inputs": [
                ["name": "n", "type": "String", "value": 3],
                ["name": "t", "type": "String", "value": true],
                ["name": "m", "type": "Json", "value": ["a": 1]],
            ],
        ]
        let system = Self.machine([item]) { _ in CommandResult(status: 0) }
        _ = try await Self.config(system).run()
        let text = String(decoding: system.commands[0].input, as: UTF8.self)
        let inputs = try DocumentValue(json: text)["inputs"]?.list
        #expect(inputs?.compactMap { $0["value"] } == ["3", "True", ["a": 1]])
    }

    @Test func `a config that is wrong does not keep the others from being carried out`()
        async throws
    {
        let system = Self.machine([
            ["group": "script"], ["id": "x", "group": "script", "inputs": [["name": "a"]]],
            ["id": "y", "group": "script", "inputs": []],
        ]) { _ in CommandResult(status: 0) }
        let ends = try await Self.config(system).run().map(\.end)
        #expect(ends.count == 3 && ends.last == .carriedOut(status: 0, lost: []))
        #expect(system.commands.count == 1)
    }

    @Test func `a signal is tried eleven times, and its loss is told`() async throws {
        let item: DocumentValue = [
            "id": "1", "group": "script",
            "inputs": [
                ["name": "deploy_signal_id", "value": "http://h/x"],
                ["name": "deploy_signal_verb", "value": "PUT"],
            ],
        ]
        let ill = SignalError("503", isTransient: true)
        let post = SignalPost(failures: Array(repeating: ill, count: 10))
        let system = Self.machine([item]) { _ in CommandResult(status: 0) }
        #expect(
            try await Self.config(system, post).run().map(\.end)
                == [.carriedOut(status: 0, lost: [])])
        #expect(post.sent == [NodeSignal([:], of: "1", to: .address("http://h/x", .put))])
        let silent = SignalPost(failures: Array(repeating: ill, count: 11))
        let other = Self.machine([item]) { _ in CommandResult(status: 0) }
        #expect(
            try await Self.config(other, silent).run().map(\.end)
                == [.carriedOut(status: 0, lost: [ill])])
        #expect(silent.sent.isEmpty)
    }

    @Test func `the pauses are urllib3's for ten tries and half a second`() {
        #expect(
            SignalLimits.pauses
                == [0, 1, 2, 4, 8, 16, 32, 64, 120, 120].map { Duration.seconds($0) })
    }

    @Test func `each transport has its own way`() async throws {
        func ways(_ inputs: [(String, String)]) throws -> [NodeSignal.Way] {
            let items = inputs.map { name, value -> DocumentValue in
                ["name": .string(name), "value": .string(value)]
            }
            let deployment = try HeatDeployment(["id": "1", "inputs": .list(items)])
            return DeploymentReport(deployment, [:]).signals.map(\.way)
        }
        let account = [
            ("deploy_auth_url", "http://k"), ("deploy_user_id", "u"), ("deploy_password", "p"),
            ("deploy_project_id", "r"), ("deploy_stack_id", "s/1"), ("deploy_resource_name", "d"),
        ]
        #expect(try ways([("deploy_server_id", "x")]).isEmpty)
        let known = try #require(
            SignalAccount(
                try HeatDeployment([
                    "id": "1",
                    "inputs": .list(account.map { ["name": .string($0), "value": .string($1)] }),
                ])))
        #expect(
            try ways(account) == [.resource(stack: "s/1", resource: "d", known)])
        #expect(
            try ways(account + [("deploy_queue_id", "q")])
                == [.queue("q", known, lifetime: .seconds(600))])
    }

    @Test func `what is too much for Heat is cut from its beginning`() throws {
        let deployment = try HeatDeployment([
            "id": "1", "inputs": [["name": "deploy_signal_id", "value": "http://h"]],
        ])
        let text = String(repeating: "a", count: 1_000_000) + "end"
        let report = DeploymentReport(
            deployment, ["deploy_stdout": .string(text), "deploy_stderr": "small"])
        let body = try #require(report.signals.first?.body)
        #expect(body.json.utf8.count <= SignalLimits.characters + 100)
        #expect(body["deploy_stdout"]?.text.hasSuffix("aend") == true)
    }
}
