import Documents
import OrderedCollections
import Testing
import World

@testable import NodeAgent

struct HeatAgentsTests {
    private static let templates = "/usr/libexec/os-apply-config/templates"
    private static let phases = "/usr/libexec/os-refresh-config"

    private static func machine(
        _ programs: [String: MemoryNodeSystem.Program] = [:]
    ) -> MemoryNodeSystem {
        MemoryNodeSystem(
            [
                "\(templates)/var/run/heat-config/heat-config": "{{deployments}}",
                "\(templates)/etc/motd": "{{greeting}}",
            ], programs: programs)
    }

    private static let metadata: DocumentValue = [
        "greeting": "hello", "instance-id": "i-1", "completion-signal": "http://h/s",
        "completion-handle": "http://h/w",
        "deployments": [
            [
                "id": "d1", "name": "first", "group": "hiera",
                "inputs": [["name": "deploy_signal_id", "value": "http://h/d1"]],
                "config": [
                    "hierarchy": ["heat_config_%{::deploy_config_name}", "controller"],
                    "datafiles": ["controller": ["b": 1, "a": ["x"]]],
                ],
            ]
        ],
    ]

    @Test func `a round makes files, carries out deployments and tells of both`() async throws {
        let system = Self.machine()
        let post = SignalPost()
        let agents = HeatAgents(on: system, clock: IdleClock(), signals: post)
        let round = try await agents.round(Self.metadata)
        #expect(round.failure == nil && round.changed == ["heat"])
        #expect(
            round.scripts.map { $0.dropFirst(Self.phases.count) } == [
                "/pre-configure.d/01-setup-stateful-paths", "/configure.d/20-os-apply-config",
                "/configure.d/20-os-net-config", "/configure.d/50-heat-config-docker-cmd",
                "/configure.d/55-heat-config",
                "/post-configure.d/99-refresh-completed",
            ])
        #expect(round.deployments.map(\.end) == [.carriedOut(status: 0, lost: [])])
        #expect(system["/etc/motd"] == "hello")
        #expect(
            system["/etc/puppet/hieradata/controller.json"]
                == "{\n    \"a\": [\n        \"x\"\n    ],\n    \"b\": 1\n}")
        #expect(
            system["/etc/puppet/hiera.yaml"]
                == "\n---\n:backends:\n  - json\n:json:\n  :datadir: /etc/puppet/hieradata\n"
                + ":hierarchy:\n  - heat_config_%{::deploy_config_name}\n  - controller\n")
        #expect(
            post.sent.map(\.way) == [
                .address("http://h/d1", .post), .address("http://h/w", .put),
                .address("http://h/s", .post),
            ])
        #expect(post.sent.last?.body["UniqueId"] == "i-1")
        #expect(try await agents.round(Self.metadata).scripts.isEmpty)
    }

    @Test func `a round that fails is made again, and deployments are not`() async throws {
        let script = "\(Self.phases)/configure.d/60-service"
        let system = Self.machine([script: { _ in CommandResult(status: 3) }])
        let post = SignalPost()
        let agents = HeatAgents(on: system, clock: IdleClock(), signals: post)
        let first = try await agents.round(Self.metadata)
        #expect(first.failure?.script == script && first.failure?.result?.status == 3)
        #expect(post.sent.count == 1)
        let second = try await agents.round(Self.metadata)
        #expect(second.changed == ["heat"])
        #expect(second.deployments.map(\.end) == [.alreadyDeployed])
        #expect(post.sent.count == 1)
    }

    @Test(arguments: ["os-apply-config", nil])
    func `what is merged into the metadata is told of once, when it has arrived`(
        _ group: String?
    ) async throws {
        let post = SignalPost(failures: [SignalError("refused", isTransient: false)])
        let agents = HeatAgents(on: Self.machine(), clock: IdleClock(), signals: post)
        func metadata(_ greeting: String) -> DocumentValue {
            var deployment: OrderedDictionary<String, DocumentValue> = [
                "id": "d1", "config": ["greeting": .string(greeting)],
                "inputs": [["name": "deploy_signal_id", "value": "http://h/d1"]],
            ]
            if let group { deployment["group"] = .string(group) }
            return [
                "greeting": .string(greeting), "instance-id": "i-1",
                "deployments": [.map(deployment)],
            ]
        }
        #expect(try await agents.round(metadata("a")).failure?.phase == .postConfigure)
        #expect(try await agents.round(metadata("a")).failure == nil)
        #expect(try await agents.round(metadata("b")).failure == nil)
        #expect(post.sent.map(\.way) == [.address("http://h/d1", .post)])
        #expect(post.sent.first?.body["deploy_status_code"] == 0)
    }

    @Test func `completion that does not arrive fails the round`() async throws {
        let post = SignalPost(failures: [SignalError("refused", isTransient: true)])
        let metadata: DocumentValue = ["instance-id": "i", "completion-handle": "http://h/w"]
        let agents = HeatAgents(on: Self.machine(), clock: IdleClock(), signals: post)
        let round = try await agents.round(metadata)
        #expect(round.failure?.phase == .postConfigure)
        #expect(try await agents.round(metadata).failure == nil)
        #expect(post.sent.count == 1)
    }

    @Test func `a file of the image goes before a script of the agents`() async throws {
        let own = "\(Self.phases)/configure.d/55-heat-config"
        let system = Self.machine([own: { _ in CommandResult(status: 0) }])
        let agents = HeatAgents(on: system, clock: IdleClock(), signals: SignalPost())
        let round = try await agents.round(Self.metadata)
        #expect(round.scripts.contains(own) && round.deployments.isEmpty)
        #expect(system.commands.map(\.path) == [own])
    }

    @Test func `state gets the image's copy only where there is none`() async throws {
        let system = MemoryNodeSystem([
            "/var/lib/use-ephemeral/stateful-paths": "/etc/ssh/key\n/var/lib/db\n",
            "/var/lib/use-ephemeral/etc/ssh/key": "new",
            "/var/lib/use-ephemeral/var/lib/db/a/b": "table", "/mnt/state/etc/ssh/key": "old",
        ])
        _ = try await StatefulPathsScript().run(on: system)
        #expect(system["/mnt/state/etc/ssh/key"] == "old")
        #expect(system["/mnt/state/var/lib/db/a/b"] == "table")
    }
}
