/// dib-run-parts: runs the scripts of a folder by the numbers that their names begin with, up to
/// the first that fails.
///
/// Source: dib-utils' `dib-run-parts`.
struct RunParts<System: NodeSystem>: Sendable {
    /// Sets what the files of `environment.d` say, and becomes the script.
    private static var sourcing: String {
        #"script=$1; shift; for file in "$@"; do source "$file"; done; exec "$script""#
    }

    private let system: System
    private let folder: String
    private let own: [any RefreshScript]

    init(_ folder: String, on system: System, own: [any RefreshScript] = []) {
        self.folder = folder
        self.system = system
        self.own = own
    }

    var exists: Bool { !own.isEmpty || (try? system.status(of: folder))??.kind == .folder }

    /// The scripts that are run, in their order: files that may be run, with names of letters,
    /// digits, underscores and hyphens.
    func scripts() throws(NodeSystemError) -> [String] {
        var scripts: [String] = []
        for path in try files(in: folder, allowing: "_-")
        where try system.status(of: path)?.isExecutable == true {
            scripts.append(path)
        }
        return scripts
    }

    /// The scripts with those of ours that no file goes before.
    private func allScripts() throws(NodeSystemError) -> [String] {
        let files = try scripts()
        let others = own.map { "\(folder)/\($0.name)" }.filter { !files.contains($0) }
        return Self.ordered(files + others)
    }

    private func ownScript(_ path: String) -> (any RefreshScript)? {
        let name = path.dropFirst(folder.utf8.count + 1)
        return own.first { $0.name == name }
    }

    private func files(
        in folder: String, allowing signs: String
    ) throws(NodeSystemError) -> [String] {
        var found: [String] = []
        for name in try system.names(in: folder) ?? [] {
            let isAllowed = name.utf8.allSatisfy {
                Self.isWord($0) || signs.utf8.contains($0)
            }
            if isAllowed, try system.isFile("\(folder)/\(name)") {
                found.append("\(folder)/\(name)")
            }
        }
        return Self.ordered(found)
    }

    /// By the numbers that names begin with, then by their bytes.
    private static func ordered(_ paths: [String]) -> [String] {
        paths.sorted { one, two in
            let numbers = (number(one), number(two))
            if numbers.0 != numbers.1 { return numbers.0 < numbers.1 }
            return one.utf8.lexicographicallyPrecedes(two.utf8)
        }
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
            || (0x61...0x7A).contains(byte)
    }

    /// Names without a number stand with those of zero.
    private static func number(_ path: String) -> Int {
        let name = path[(path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex)...]
        return Int(name.prefix { $0.isASCII && $0.isNumber }) ?? 0
    }

    /// - Parameter report: told of every script that ended, in order.
    /// - Returns: the script that failed, with how; nil where none did.
    func run(
        _ report: (ScriptEnd) -> Void
    ) async -> (script: String, result: CommandResult?)? {
        let parent = folder.split(separator: "/", omittingEmptySubsequences: false).dropLast()
            .joined(separator: "/")
        guard let scripts = try? allScripts(),
            let settings = try? files(in: "\(parent)/environment.d", allowing: "_.-")
        else { return (folder, nil) }
        for script in scripts {
            guard var end = try? await end(of: script, settings) else { return (script, nil) }
            end.path = script
            report(end)
            if end.result.status != 0 { return (script, end.result) }
        }
        return nil
    }

    private func end(
        of script: String, _ settings: [String]
    ) async throws(NodeSystemError) -> ScriptEnd {
        if try !system.isFile(script), let own = ownScript(script) {
            return try await own.run(on: system)
        }
        let command =
            settings.isEmpty
            ? NodeCommand(script)
            : NodeCommand(
                "/bin/bash", ["-ueo", "pipefail", "-c", Self.sourcing, "bash", script] + settings)
        return ScriptEnd(try await system.run(command))
    }
}
