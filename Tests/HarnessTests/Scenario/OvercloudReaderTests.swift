import Foundation
import Hardware
import Harness
import Orchestration
import Plans
import Testing
import Undercloud

@Suite("An overcloud of somebody's own templates in a scenario")
struct OvercloudReaderTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Scenarios")

    private static func read(
        _ overcloud: String, operations: String = "[]", cloud: String = ""
    ) throws(InputProblems) -> Scenario {
        let text = """
            scenario: stacks
            machines: [{ count: 4, rack: rack-1, processors: 8, memory: 32GiB }]
            cloud:
              mode: poc
              flavors: [{ name: baremetal, processors: 4, memory: 8GiB, disk: 40GiB }]
              \(cloud)
            overcloud: \(overcloud)
            operations: \(operations)
            """
        return try ScenarioReader.read(
            Array(text.utf8), file: folder.appending(path: "fast/stacks.yaml").path(),
            vocabulary: .standard(bugs: []))
    }

    @Test("is its root template with all that this names, whatever lies where")
    func gathered() throws {
        let scenario = try Self.read("{ templates: ../templates, parameters: { ComputeCount: 3 } }")
        let overcloud = try #require(scenario.overcloud)
        #expect(overcloud.file == "overcloud.yaml")
        #expect(overcloud.files.keys.sorted() == ["node.yaml", "step.sh"])
        #expect(overcloud.environment["parameters"]["ComputeCount"] == 3)
        #expect(scenario.cloud.roles.isEmpty)
        #expect(scenario.cloud.flavors.map(\.name.text).contains("compute"))
        #expect(scenario.cloud.images.map(\.text) == ["overcloud-full"])
        #expect(scenario.notices.isEmpty)
    }

    @Test(
        "that cannot be is refused, with what is wrong",
        arguments: [
            ("{}", "missing key 'templates'"),
            ("{ templates: ../nowhere }", "there is no such folder"),
            ("{ templates: ../templates, root: none.yaml }", "there is no file 'none.yaml'"),
            ("{ templates: ../templates, environments: [a.yaml] }", "there is no such file"),
            (
                "{ templates: ../templates, parameters: { Nothing: 1 } }",
                "the parameter 'Nothing' is none of the template's"
            ),
            ("{ templates: ../templates, tree: x }", "unknown key 'tree'"),
            ("{ templates: ../templates, scale: { A: 1 } }", "found 'scale' alone"),
        ])
    func refused(overcloud: String, problem: String) {
        let error = #expect(throws: InputProblems.self) { try Self.read(overcloud) }
        #expect("\(error?.problems ?? [])".contains(problem))
    }

    @Test("has its roles in its templates alone")
    func roles() {
        let error = #expect(throws: InputProblems.self) {
            try Self.read(
                "{ templates: ../templates }",
                cloud: "roles: [{ name: a, count: 1, flavor: baremetal }]")
        }
        #expect("\(error?.problems ?? [])".contains("found roles beside 'overcloud'"))
    }

    @Test("is updated, released and deleted by operations")
    func operations() throws {
        let operations = """
            [{ ask: stack-update, parameters: { ComputeCount: 1 }, rollback: enabled, at: 1h },
             { ask: clear-hook, hook: pre-update, resource: Compute/0, at: 2h },
             { ask: cancel-update, at: 3h }, { ask: stack-delete, at: 4h }]
            """
        let scenario = try Self.read("{ templates: ../templates }", operations: operations)
        var wishes: [StackWish.Content] = []
        for case .operation(.stack(let wish)) in scenario.faults.map(\.kind) {
            wishes.append(wish)
        }
        #expect(wishes.count == 4)
        guard case .update(_, let environment, .enabled) = wishes[0] else {
            Issue.record("no update: \(wishes[0])")
            return
        }
        #expect(environment["parameters"]["ComputeCount"] == 1)
        #expect(wishes[1] == .clear(.preUpdate, resource: ["Compute", "0"]))
        #expect(wishes[2...] == [.cancelUpdate, .delete])
    }
}
