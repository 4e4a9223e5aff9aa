import Foundation
import LiveWorld
import NodeAgent
import Testing

struct LiveNodeSystemTests {
    private let folder = FileManager.default.temporaryDirectory
        .appending(path: "updraft-node-\(UUID().uuidString)").path()

    private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

    @Test func `a file is replaced in one step, with its mode, and removed`() throws {
        let system = LiveNodeSystem(root: folder)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        #expect(try system.contents(of: "/etc/a") == nil)
        #expect(try system.status(of: "/etc/a") == nil)
        #expect(try system.names(in: "/etc") == nil)
        try system.replace("/etc/a", with: FileContents(bytes: bytes("one"), mode: 0o640))
        try system.replace("/etc/a", with: FileContents(bytes: bytes("two"), mode: 0o600))
        #expect(try system.contents(of: "/etc/a") == bytes("two"))
        #expect(try system.status(of: "/etc/a")?.mode == 0o600)
        #expect(try system.status(of: "/etc")?.kind == .folder)
        #expect(try system.names(in: "/etc") == ["a"])
        try system.remove("/etc/a")
        try system.remove("/etc/a")
        #expect(try system.names(in: "/etc") == [])
    }

    @Test func `a program is given its input, and heard to its end`() async throws {
        let system = LiveNodeSystem(root: folder)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let script = "#!/bin/sh\ncat\necho \"$WORD $1\" >&2\nexit 3\n"
        try system.replace("/bin/say", with: FileContents(bytes: bytes(script), mode: 0o755))
        let large = String(repeating: "x", count: 200_000)
        let result = try await system.run(
            NodeCommand(
                "/bin/say", ["there"], environment: [EnvironmentEntry("WORD", "hello")],
                input: bytes(large)))
        #expect(result.status == 3)
        #expect(result.output == bytes(large))
        #expect(result.errors == bytes("hello there\n"))
        await #expect(throws: NodeSystemError.self) {
            try await system.run(NodeCommand("/bin/nothing-of-this-name"))
        }
    }

    @Test func `accounts are those of the machine`() throws {
        let system = LiveNodeSystem()
        #expect(try system.number(of: .user("root")) == 0)
        #expect(try system.number(of: .groupNumber(0)) == 0)
        #expect(try system.number(of: .user("nobody-of-this-name")) == nil)
    }

    @Test func `a tree of templates is installed on a real file system`() async throws {
        let system = LiveNodeSystem(root: folder)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try system.replace("/m.json", with: FileContents(bytes: bytes(#"{"x": "foo"}"#)))
        try system.replace("/t/etc/a", with: FileContents(bytes: bytes("x={{x}}\n")))
        try system.replace("/t/etc/a.oac", with: FileContents(bytes: bytes("mode: 0600\n")))
        let metadata = try NodeMetadata(files: ["/m.json"], on: system)
        try await ApplyConfig(on: system, templates: "/t").install(metadata, to: "/out/")
        #expect(try system.contents(of: "/out/etc/a") == bytes("x=foo\n"))
        #expect(try system.status(of: "/out/etc/a")?.mode == 0o600)
    }
}
