import Documents
import Hardware
import NodeAgent
import Simulation
import Testing
import World

@testable import SimulatedCloud
@testable import SimulatedDatacenter

@Suite("The system of a simulated machine")
struct SimulatedNodeSystemTests {
    private static let disk = "/dev/sda"

    /// A machine with two processes, one after the other.
    private struct Lab: Sendable {
        let simulator = Simulator(seed: 3, schedule: .shuffle)
        let machine: SimulatedMachine

        init() { machine = NodeSystemLab.machine(in: simulator) }

        func system(
            _ body: @escaping @Sendable (SimulatedNodeSystem) async throws -> Void
        ) throws {
            let process = SimulatedProcess("agents", on: simulator, clock: NodeClock(simulator))
            let system = SimulatedNodeSystem(
                on: machine, disk: SimulatedNodeSystemTests.disk, process: process)
            let failure = Confined<[any Error]?>(simulator, nil)
            process.onEnd { failure.write { $0 = $0 ?? [] } }
            process.spawn {
                do {
                    try await body(system)
                    process.kill()
                } catch { failure.write { $0 = [error] } }
            }
            _ = simulator.run { failure.read { $0 != nil } }
            if let error = failure.read({ $0?.first }) { throw error }
        }
    }

    private static func put(
        _ path: String, _ text: String, _ system: SimulatedNodeSystem
    ) throws {
        try system.replace(path, with: FileContents(bytes: Array(text.utf8), mode: 0o755))
    }

    @Test("keeps what is on its disk and forgets what is in memory when its process ends")
    func restart() throws {
        let lab = Lab()
        try lab.system { system async throws in
            try Self.put("/etc/motd", "hello", system)
            try Self.put("/var/run/x", "gone", system)
            #expect(try system.contents(of: "/run/x") != nil)
        }
        try lab.system { system async throws in
            #expect(try system.contents(of: "/etc/motd") == Array("hello".utf8))
            #expect(try system.contents(of: "/run/x") == nil)
            #expect(try NetworkDevices(of: system).devices.map(\.name) == ["eno1"])
            #expect(try NetworkDevices(of: system).hasOpenVSwitch)
        }
    }

    @Test("does nothing for a process that has ended")
    func deadProcess() throws {
        let lab = Lab()
        let process = SimulatedProcess(
            "agents", on: lab.simulator, clock: NodeClock(lab.simulator))
        let system = SimulatedNodeSystem(on: lab.machine, disk: Self.disk, process: process)
        process.kill()
        #expect(throws: NodeSystemError.stopped) { try Self.put("/etc/motd", "x", system) }
        try lab.system { other async throws in
            #expect(try other.contents(of: "/etc/motd") == nil)
        }
    }

    @Test("writes nothing on a disk that takes nothing")
    func diskFaults() throws {
        let lab = Lab()
        try lab.system { system async throws in
            lab.machine.inject(.diskFull)
            #expect(throws: NodeSystemError("/etc/motd: No space left on device")) {
                try Self.put("/etc/motd", "x", system)
            }
            lab.machine.repair(.diskFull)
            try Self.put("/etc/motd", "x", system)
        }
    }

    @Test("knows what ran, and lets it come to grief where it is told to")
    func troubles() throws {
        let lab = Lab()
        try lab.system { system async throws in
            try Self.put("/opt/script", "#!/bin/sh\n", system)
            #expect(try await system.run(NodeCommand("/opt/script", ["a"])).status == 0)
            system.befall(NodeTrouble(kind: .fails(status: 4), command: "script"))
            #expect(try await system.run(NodeCommand("/opt/script")).status == 4)
            #expect(try await system.run(NodeCommand("true")).status == 0)
            system.recover()
            system.befall(NodeTrouble(kind: .killed))
            #expect(try await system.run(NodeCommand("/opt/script")).status == 137)
            #expect(
                system.commands.map(\.path) == ["/opt/script", "/opt/script", "true"]
                    + ["/opt/script"])
        }
    }

    private static let metadata: DocumentValue = [
        "deployments": [
            [
                "id": "d1", "name": "first", "group": "script", "config": "#!/bin/sh\n",
                "inputs": [["name": "deploy_signal_id", "value": "http://h/d1"]],
            ],
            [
                "id": "d2", "name": "second", "group": "hiera", "inputs": [],
                "config": ["datafiles": ["a": ["b": 1]]],
            ],
        ]
    ]

    @Test("is configured by the agents, round by round")
    func agents() throws {
        let lab = Lab()
        let post = SilentPost()
        for round in 1...2 {
            try lab.system { system async throws in
                let agents = HeatAgents(
                    on: system, clock: SimulatedClock(process: system.process), signals: post)
                let done = try await agents.round(Self.metadata)
                #expect(done.failure == nil)
                #expect(done.changed == (round == 1 ? ["heat"] : []))
                #expect(try system.contents(of: "/etc/puppet/hieradata/a.json") != nil)
            }
        }
    }

    private static func containers(_ id: String) -> DocumentValue {
        [
            "deployments": [
                [
                    "id": .string(id), "name": "c", "group": "docker-cmd", "inputs": [],
                    "config": ["db": ["image": "mariadb"], "web": ["image": "httpd"]],
                ]
            ]
        ]
    }

    @Test("has the containers of its last config alone, under the names that they were to have")
    func containers() throws {
        let lab = Lab()
        for id in ["one", "two", "three"] {
            try lab.system { system async throws in
                let agents = HeatAgents(
                    on: system, clock: SimulatedClock(process: system.process),
                    signals: SilentPost())
                let done = try await agents.round(Self.containers(id))
                #expect(done.deployments.map(\.end) == [.carriedOut(status: 0, lost: [])])
                let folder = "/var/lib/docker/containers"
                #expect(try system.names(in: folder) == ["db", "web"])
                let labels = try system.contents(of: "\(folder)/db") ?? []
                #expect(String(decoding: labels, as: UTF8.self).contains("config_id=\(id)\n"))
            }
        }
    }

    @Test("is left half configured where its agents die in a hook, and that hook runs no more")
    func deathInHook() throws {
        let lab = Lab()
        let post = SilentPost()
        try lab.system { system async throws in
            system.befall(NodeTrouble(kind: .agentsKilled, command: "d1"))
            let agents = HeatAgents(
                on: system, clock: SimulatedClock(process: system.process), signals: post)
            _ = try? await agents.round(Self.metadata)
        }
        try lab.system { system async throws in
            #expect(try system.contents(of: "/etc/puppet/hieradata/a.json") == nil)
            let agents = HeatAgents(
                on: system, clock: SimulatedClock(process: system.process), signals: post)
            let done = try await agents.round(Self.metadata)
            #expect(
                done.deployments.map(\.end)
                    == [.alreadyDeployed, .carriedOut(status: 0, lost: [])])
        }
    }
}
