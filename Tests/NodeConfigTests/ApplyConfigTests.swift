import Documents
import NodeAgent
import Testing

struct ApplyConfigTests {
    private static let config = """
        {"x": "foo", "y": false, "z": null, "btrue": true, "bfalse": false,
         "database": {"url": "sqlite:///blah"}, "l": [1, 2]}
        """

    private static func machine(_ more: [String: String] = [:]) -> MemoryNodeSystem {
        var files = [
            "/meta": config,
            "/t/etc/keystone/keystone.conf": "[foo]\ndatabase = {{database.url}}\n",
            "/t/etc/control/allow_empty": "",
            "/t/etc/control/allow_empty.oac": "allow_empty: false\n",
            "/t/etc/control/empty": "foo\n",
            "/t/etc/control/empty.oac": "# all of it comments\n",
            "/t/etc/control/mode": "lorem modus\n",
            "/t/etc/control/mode.oac": "mode: 0755\n",
        ]
        files.merge(more) { _, new in new }
        return MemoryNodeSystem(
            files,
            programs: [
                "/t/etc/glance/script.conf": { command in
                    let values = try? DocumentValue(
                        json: String(decoding: command.input, as: UTF8.self))
                    guard let x = values?["x"]?.string else { return CommandResult(status: 1) }
                    return CommandResult(status: 0, output: Array("\(x)\n".utf8))
                }
            ])
    }

    private static func install(_ machine: MemoryNodeSystem, _ files: [String] = ["/meta"])
        async throws
    {
        let metadata = try NodeMetadata(files: files, on: machine)
        try await ApplyConfig(on: machine, templates: "/t").install(metadata, to: "/out")
    }

    @Test func `a tree of templates becomes a tree of files, programs among them`() async throws {
        let machine = Self.machine()
        try await Self.install(machine)
        #expect(machine["/out/etc/keystone/keystone.conf"] == "[foo]\ndatabase = sqlite:///blah\n")
        #expect(machine["/out/etc/glance/script.conf"] == "foo\n")
        #expect(machine["/out/etc/control/empty"] == "foo\n")
        #expect(machine["/out/etc/control/mode"] == "lorem modus\n")
        #expect(machine.mode(of: "/out/etc/control/mode") == 0o755)
        #expect(machine.mode(of: "/out/etc/control/empty") == 0o644)
    }

    @Test func `a file that may not be empty is removed when it would be`() async throws {
        let machine = Self.machine(["/out/etc/control/allow_empty": "old"])
        try await Self.install(machine)
        #expect(machine["/out/etc/control/allow_empty"] == nil)
    }

    @Test func `an existing file keeps its mode`() async throws {
        let machine = Self.machine()
        machine.put("/out/etc/keystone/keystone.conf", "old", mode: 0o600)
        try await Self.install(machine)
        #expect(machine.mode(of: "/out/etc/keystone/keystone.conf") == 0o600)
    }

    @Test func `nothing is written when one template fails`() async throws {
        let machine = Self.machine(["/t/zzz": "{{#a}}{{/b}}"])
        await #expect(throws: ApplyConfigError.self) { try await Self.install(machine) }
        #expect(!machine.paths.contains { $0.hasPrefix("/out") })
    }

    @Test(arguments: [
        "mode: '755'", "mode: 0o755", "mode: 01000", "mode: true", "allow_empty: 1",
        "owner: nobody?", "group: [root]", "size: 3", "[mode]",
    ])
    func `a control file that says something else is refused`(_ text: String) async throws {
        let machine = Self.machine(["/t/f": "x", "/t/f.oac": text])
        await #expect(throws: ApplyConfigError.self) { try await Self.install(machine) }
    }

    @Test func `later files go over earlier ones, maps into maps`() throws {
        let machine = MemoryNodeSystem([
            "/1": #"{"a": {"x": 1, "y": {"p": 1}}, "l": [1, 2], "s": {"k": 1}}"#,
            "/2": "[1, 2]",
            "/3": #"{"a": {"y": {"q": 2}}, "l": [3], "s": "text"}"#,
        ])
        let metadata = try NodeMetadata(files: ["/1", "/2", "", "/nothing", "/3"], on: machine)
        #expect(
            metadata.values.json
                == #"{"a": {"x": 1, "y": {"p": 1, "q": 2}}, "l": [3], "s": "text"}"#)
    }

    @Test func `metadata that is not JSON is refused by its path`() throws {
        let machine = MemoryNodeSystem(["/bad": "{"])
        #expect(throws: ApplyConfigError.self) { try NodeMetadata(files: ["/bad"], on: machine) }
    }

    @Test(arguments: [
        ("database.url", ConfigValueType.raw, nil, "sqlite:///blah"),
        ("database", .raw, nil, #"{"url": "sqlite:///blah"}"#), ("l", .raw, nil, "[1, 2]"),
        ("y", .raw, nil, "false"), ("z", .raw, "", ""), ("does.not.exist", .default, "d", "d"),
        ("l.0", .int, nil, "1"), ("l.-1", .int, nil, "2"), ("l.2", .int, "", ""),
    ])
    func `a key is answered as scripts expect it`(
        _ key: String, _ type: ConfigValueType, _ otherwise: String?, _ answer: String
    ) throws {
        let metadata = try NodeMetadata(files: ["/meta"], on: Self.machine())
        #expect(try metadata.answer(to: key, of: type, otherwise: otherwise) == answer)
    }

    @Test(arguments: [("does.not.exist", ConfigValueType.default), ("x", .int), ("l.2", .int)])
    func `a key that is missing or of another type is an error`(
        _ key: String, _ type: ConfigValueType
    ) throws {
        let metadata = try NodeMetadata(files: ["/meta"], on: Self.machine())
        #expect(throws: ApplyConfigError.self) {
            try metadata.answer(to: key, of: type, otherwise: nil)
        }
    }

    @Test func `a key is a truth or none`() throws {
        let metadata = try NodeMetadata(files: ["/meta"], on: Self.machine())
        #expect(metadata.truth(of: "btrue") == true)
        #expect(metadata.truth(of: "bfalse") == false)
        #expect(metadata.truth(of: "x") == nil)
    }

    @Test func `a subhash stands for the whole`() throws {
        let machine = MemoryNodeSystem(["/m": #"{"OpenStack::Config": {"x": {"y": 1}}, "s": 1}"#])
        let metadata = try NodeMetadata(files: ["/m"], on: machine)
        #expect(try metadata.subhash("OpenStack::Config.x").values == ["y": 1])
        #expect(throws: ApplyConfigError.self) { try metadata.subhash("s") }
    }
}
