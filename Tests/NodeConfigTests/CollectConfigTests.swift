import Documents
import Testing

@testable import NodeAgent

struct CollectConfigTests {
    private static func machine(succeeds: Bool) -> MemoryNodeSystem {
        MemoryNodeSystem(programs: [
            "/bin/sh": { _ in CommandResult(status: succeeds ? 0 : 4) }
        ])
    }

    private static func collect(_ system: MemoryNodeSystem) -> CollectConfig<MemoryNodeSystem> {
        CollectConfig(on: system, cache: "/c")
    }

    @Test func `a command runs on change, and not again once it succeeded`() async throws {
        let system = Self.machine(succeeds: true)
        let collect = Self.collect(system)
        let first = [CollectedDocument("local", ["a": 1]), CollectedDocument("dep", ["b": []])]
        #expect(
            try await collect.round([first, nil], shell: "refresh", of: system).changed == [
                "local", "dep",
            ])
        #expect(
            system.commands.last?.environment
                == [EnvironmentEntry("OS_CONFIG_FILES", "/c/local.json:/c/dep.json")])
        #expect(
            try await collect.round([first], shell: "refresh", of: system)
                == .init(changed: [], result: nil))
        #expect(system["/c/os_config_files.json"] == #"["/c/local.json", "/c/dep.json"]"#)
        #expect(
            try await collect.round([first], on: .always, shell: "refresh", of: system).result?
                .status == 0)
        let second = [CollectedDocument("local", ["a": 2])]
        #expect(
            try await collect.round([second], shell: "refresh", of: system).changed == ["local"])
        #expect(system["/c/local.json"] == "{\n \"a\": 2\n}")
        #expect(system["/c/local.json.orig"] == "{\n \"a\": 1\n}")
        #expect(system["/c/local.json.last"] == "{\n \"a\": 2\n}")
        #expect(system["/c/os_config_files.json"] == #"["/c/local.json"]"#)
    }

    @Test func `a command that fails is run in every round`() async throws {
        let system = Self.machine(succeeds: false)
        let collect = Self.collect(system)
        for _ in 0..<2 {
            let round = try await collect.round(
                [[CollectedDocument("x", ["a": 1])]], shell: "refresh", of: system)
            #expect(round.changed == ["x"])
            #expect(round.result?.status == 4)
        }
        #expect(system["/c/x.json.last"] == nil)
    }

    @Test func `the order of a map's keys is no change`() async throws {
        let system = Self.machine(succeeds: true)
        let collect = Self.collect(system)
        _ = try await collect.round(
            [[CollectedDocument("x", ["a": 1, "b": 2])]], shell: "refresh", of: system)
        #expect(
            try await collect.round(
                [[CollectedDocument("x", ["b": 2.0, "a": 1])]], shell: "refresh", of: system
            ).changed == [])
    }

    @Test func `deployments of the applying kind come out under their names`() {
        let value: DocumentValue = [
            "old": "v",
            "deployments": [
                ["name": "one", "config": ["c": 1]],
                ["name": "two", "group": "os-apply-config", "config": ["c": 2]],
                ["name": "three", "group": "script", "config": "text"], ["config": ["c": 4]],
            ],
        ]
        let documents = CollectedDocument.exploded(value, from: "heat")
        #expect(documents.map(\.name) == ["heat", "one", "two"])
        #expect(documents[0].value == value)
        #expect(documents[2].value == ["c": 2])
        #expect(CollectedDocument.exploded(["deployments": "text"], from: "x").count == 1)
    }

    @Test func `local files are taken in order, and none where others may write`() {
        let system = MemoryNodeSystem([
            "/l/b": "[1]", "/l/A": "{}", "/l/.hidden": "x", "/l/sub/x": "{}",
        ])
        let collector = LocalCollector(on: system, folders: ["/none", "/l"], owner: 0)
        #expect(collector.collect()?.map(\.name) == ["A", "b"])
        #expect(LocalCollector(on: system, folders: ["/l"], owner: 5).collect() == nil)
        system.put("/l/c", "{}", mode: 0o666)
        #expect(collector.collect() == nil)
        system.put("/l/c", "{", mode: 0o644)
        #expect(collector.collect() == nil)
    }
}
