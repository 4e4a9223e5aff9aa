import Foundation
import Testing

@Suite("Importing nodes on the command line", .enabled(if: Updraft.isBuilt, Updraft.absence))
struct NodeImportTests {
    private let folder = TemporaryFolder()

    private static func node(_ number: Int, _ more: String = "") -> String {
        "{\"name\": \"n\(number)\", \"pm_type\": \"ipmi\", \"pm_addr\": \"192.0.2.\(number)\", "
            + "\"pm_user\": \"u\", \"pm_password\": \"hunter2\", "
            + "\"mac\": [\"52:54:00:00:00:0\(number)\"]\(more)}"
    }

    private func write(_ nodes: String..., to name: String) throws -> String {
        try folder.write("{\"nodes\": [\(nodes.joined(separator: ", "))]}", to: name)
    }

    /// Runs a shell's line, in which `$0` is the program.
    private func shell(_ line: String, _ file: String) throws -> Ending {
        let program = try #require(Updraft.program)
        return try RunningUpdraft(
            URL(filePath: "/bin/sh"), ["-c", line, program.path(), file], in: Updraft.repository
        ).finish()
    }

    @Test(
        "what comes through a pipe is read as a file is",
        arguments: [
            "cat \"$1\" | \"$0\" node import --dry-run -",
            "\"$0\" node import --dry-run - < \"$1\"",
            "cat \"$1\" | \"$0\" node import --dry-run /dev/stdin",
        ])
    func pipes(line: String) throws {
        let ending = try shell(line, try write(Self.node(1), to: "a.json"))
        #expect(ending.status == 0, "\(ending)")
        #expect(ending.lines.last == "1 node")
    }

    @Test("a pipe's problems are told as a file's are")
    func pipeProblems() throws {
        let file = try folder.write("ipmi,h,u,hunter2,nonsense", to: "a.csv")
        let ending = try shell("cat \"$1\" | \"$0\" node import --dry-run -", file)
        #expect(ending.status == 64)
        #expect(ending.messages.contains("standard input:1: nodes[0].mac[0]: found 'nonsense'"))
    }

    @Test(
        "where a file is needed, a pipe or a device is refused in a sentence",
        arguments: [
            "cat \"$1\" | \"$0\" validate /dev/stdin", "\"$0\" validate /dev/null",
            "cat \"$1\" | \"$0\" run /dev/stdin",
        ])
    func refusedPipes(line: String) throws {
        let ending = try shell(line, try folder.write("scenario: stdin\n", to: "s.yaml"))
        #expect(ending.status == 64, "\(ending)")
        #expect(ending.messages.contains("found a pipe or a device, expected a file"))
        #expect(!ending.messages.contains("Error Domain"), "\(ending.messages)")
    }

    @Test("a link to a file is a file")
    func link() throws {
        let file = try write(Self.node(1), to: "a.json")
        let link = file.replacing("a.json", with: "link.json")
        try FileManager.default.createSymbolicLink(
            atPath: link, withDestinationPath: URL(filePath: file).lastPathComponent)
        #expect(try Updraft.run("node", "import", "--dry-run", link).status == 0)
    }

    @Test("the difference to an earlier file is shown field by field, without passwords")
    func difference() throws {
        let old = try write(Self.node(1), Self.node(2), Self.node(3), to: "old.json")
        let new = try write(
            Self.node(1, ", \"memory\": 8192"), Self.node(2), Self.node(4), to: "new.json")
        let ending = try Updraft.run("node", "import", "--dry-run", new, "--against", old)
        #expect(ending.status == 0, "\(ending)")
        #expect(
            ending.lines == [
                "+ n4: ipmi at 192.0.2.4", "~ n1", "    memory: nothing -> 8 GiB",
                "  n3 is not in the file and stays; --remove-extras removes it",
                "1 to add, 1 to change, 0 to remove, 1 unchanged",
            ])
        let json = try Updraft.run(
            "node", "import", "--dry-run", new, "--against", old, "--remove-extras", "--json")
        let object = try #require(
            try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
        #expect(object["removed"] as? [String] == ["n3"])
        #expect((object["updated"] as? [[String: Any]])?.first?["name"] as? String == "n1")
        #expect(!(ending.output + json.output).contains("hunter2"))
    }

    @Test("what is refused ends with the status of wrong input")
    func conflict() throws {
        let old = try write(Self.node(1), Self.node(2), to: "old.json")
        let mixed = Self.node(1).replacing("00:01", with: "00:02")
        let new = try write(mixed, to: "new.json")
        let ending = try Updraft.run("node", "import", "--dry-run", new, "--against", old)
        #expect(ending.status == 64)
        #expect(ending.output.contains("! n1 (line 1): "))
        #expect(ending.output.contains("is that of n2") && ending.output.contains("is that of n1"))
    }

    @Test("a scenario's inventory can be what is registered")
    func scenario() throws {
        let ending = try Updraft.run(
            "node", "import", "--dry-run", "Scenarios/inventories/three-racks.json", "--against",
            "Scenarios/full-cloud.yaml")
        #expect(ending.status == 0, "\(ending)")
        #expect(ending.lines.last?.hasPrefix("0 to add, 0 to change, 0 to remove") == true)
    }

    @Test("the form can be said, and a wrong one is refused")
    func format() throws {
        let file = try folder.write("ipmi,192.0.2.1,u,p,525400000001,623", to: "rows.txt")
        let ending = try Updraft.run(
            "node", "import", "--dry-run", file, "--format", "tuskar-csv", "--json")
        #expect(ending.output.contains("\"architecture\" : \"623\""), "\(ending)")
        let wrong = try Updraft.run("node", "import", "--dry-run", file, "--format", "nonsense")
        #expect(wrong.status == 64)
    }
}
