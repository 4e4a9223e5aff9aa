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

    init(_ folder: String, on system: System) {
        self.folder = folder
        self.system = system
    }

    var exists: Bool { (try? system.status(of: folder))??.kind == .folder }

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

    private func files(
        in folder: String, allowing signs: String
    ) throws(NodeSystemError) -> [String] {
        var found: [String] = []
        for name in try system.names(in: folder) ?? [] {
            let isAllowed = name.utf8.allSatisfy {
                Self.isWord($0) || signs.utf8.contains($0)
            }
            if isAllowed, try system.isFile("\(folder)/\(name)") { found.append(name) }
        }
        return found.sorted { one, two in
            let numbers = (Self.number(one), Self.number(two))
            if numbers.0 != numbers.1 { return numbers.0 < numbers.1 }
            return one.utf8.lexicographicallyPrecedes(two.utf8)
        }.map { "\(folder)/\($0)" }
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
            || (0x61...0x7A).contains(byte)
    }

    /// Names without a number stand with those of zero.
    private static func number(_ name: String) -> Int {
        Int(name.prefix { $0.isASCII && $0.isNumber }) ?? 0
    }

    /// - Parameter report: told of every script that ended, in order.
    /// - Returns: the script that failed, with how; nil where none did.
    func run(
        _ report: (String, CommandResult) -> Void
    ) async -> (script: String, result: CommandResult?)? {
        let parent = folder.split(separator: "/", omittingEmptySubsequences: false).dropLast()
            .joined(separator: "/")
        guard let scripts = try? scripts(),
            let settings = try? files(in: "\(parent)/environment.d", allowing: "_.-")
        else { return (folder, nil) }
        for script in scripts {
            let command =
                settings.isEmpty
                ? NodeCommand(script)
                : NodeCommand(
                    "/bin/bash",
                    ["-ueo", "pipefail", "-c", Self.sourcing, "bash", script] + settings)
            guard let result = try? await system.run(command) else { return (script, nil) }
            report(script, result)
            if result.status != 0 { return (script, result) }
        }
        return nil
    }
}
