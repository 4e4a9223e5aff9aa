import Foundation
import Testing

@Suite("The command line's inputs", .enabled(if: Updraft.isBuilt, Updraft.absence))
struct InputTests {
    private let folder = TemporaryFolder()

    private static let inventory = """
        {"nodes": [{
          "name": "one", "pm_type": "ipmi", "pm_addr": "192.0.2.1", "pm_user": "admin",
          "pm_password": "hunter2", "mac": ["52:54:00:00:00:01"], "cpu": "4", "memory": "8192",
          "disk": "40", "arch": "x86_64"
        }]}
        """

    @Test("list as JSON has every scenario with its question")
    func list() throws {
        struct Row: Decodable {
            let path: String
            let summary: String
        }
        let ending = try Updraft.run("list", "--json")
        #expect(ending.status == 0)
        let rows = try JSONDecoder().decode([Row].self, from: Data(ending.output.utf8))
        #expect(rows.map(\.path) == rows.map(\.path).sorted())
        #expect(rows.contains { $0.path == "Scenarios/full-cloud.yaml" })
        #expect(rows.allSatisfy { !$0.summary.isEmpty })
        #expect(!rows.contains { $0.path.contains("inventories") })
    }

    @Test("list names a folder that is not there")
    func listNothing() throws {
        let ending = try Updraft.run("list", folder.path("nowhere"))
        #expect(ending.status == 64)
        #expect(ending.messages.contains("there is no such folder"))
    }

    @Test("validate takes good files and tells all problems of bad ones")
    func validate() throws {
        let good = try folder.write(ScenarioText())
        let ending = try Updraft.run("validate", good)
        #expect(ending.status == 0)
        #expect(ending.lines.count == 1 && ending.output.contains("scenario minimal"))
        let bad = try folder.write(ScenarioText("bad", "colour: blue\nfaults: 3"))
        let refused = try Updraft.run("validate", good, bad)
        #expect(refused.status == 64)
        #expect(refused.output.isEmpty)
        #expect(refused.messageLines.filter { $0.hasPrefix("\(bad):") }.count == 2)
    }

    @Test("an inventory is shown without its passwords")
    func inventory() throws {
        let file = try folder.write(Self.inventory, to: "good.json")
        let table = try Updraft.run("node", "import", "--dry-run", file)
        #expect(table.status == 0, "\(table)")
        #expect(table.lines.last == "1 node")
        let json = try Updraft.run("node", "import", "--dry-run", file, "--json")
        let rows = try JSONSerialization.jsonObject(with: Data(json.output.utf8))
        let first = try #require((rows as? [[String: Any]])?.first)
        #expect(first["name"] as? String == "one")
        #expect(first["memoryMiB"] as? Int == 8192)
        #expect(!(table.output + json.output).contains("hunter2"))
    }

    @Test("a bad inventory's problems are told at once, and nothing else")
    func badInventory() throws {
        let text = Self.inventory.replacing("52:54:00:00:00:01", with: "nonsense")
            .replacing("\"8192\"", with: "\"lots\"")
        let file = try folder.write(text, to: "bad.json")
        let ending = try Updraft.run("node", "import", "--dry-run", file)
        #expect(ending.status == 64)
        #expect(ending.output.isEmpty)
        #expect(ending.messageLines.count >= 2, "\(ending.messages)")
        #expect(!ending.messages.contains("hunter2"))
    }

    @Test("an inventory is imported by nothing but a dry run")
    func noDryRun() throws {
        let file = try folder.write(Self.inventory, to: "good.json")
        #expect(try Updraft.run("node", "import", file).status == 64)
    }

    @Test("help says what each exit status means")
    func help() throws {
        let ending = try Updraft.run("run", "--help")
        #expect(ending.status == 0)
        for status in ["0 passed", "3 not deterministic", "130 interrupted"] {
            #expect(ending.output.replacing(/\s+/, with: " ").contains(status))
        }
    }
}
