import Foundation

/// A program of somebody else's that speaks IPMI.
struct Tool {
    /// What a tool did.
    struct Outcome {
        let status: Int32
        /// What it said, errors too.
        let text: String
    }

    /// Longest any of them may take, in turns of ``turn``.
    static let turns = 3000
    static let turn: Duration = .milliseconds(10)

    let path: String

    /// - Parameter name: nil unless it is installed.
    init?(_ name: String) {
        let found = ["/usr/bin", "/usr/sbin"].map { "\($0)/\(name)" }
            .first { FileManager.default.isExecutableFile(atPath: $0) }
        guard let found else { return nil }
        path = found
    }

    init(path: String) { self.path = path }

    /// Of the virtual environment that `ci/setup` makes.
    static let python = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: ".build/peers/bin/python3").path()

    static let hasPyghmi = FileManager.default.isExecutableFile(
        atPath: URL(filePath: python).deletingLastPathComponent().appending(path: "pyghmiutil")
            .path())

    static func isInstalled(_ name: String) -> Bool { Tool(name) != nil }

    /// Runs it, and calls `serve` again and again until it has ended.
    func run(_ arguments: [String], while serve: () -> Void) throws -> Outcome {
        let folder = FileManager.default.temporaryDirectory.appending(
            path: "updraft-tool-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let said = folder.appending(path: "said")
        try Data().write(to: said)
        let output = try FileHandle(forWritingTo: said)
        let process = Process()
        process.executableURL = URL(filePath: path)
        process.arguments = arguments
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        process.standardError = output
        // FreeIPMI keeps what it reads of sensors under the home folder.
        process.environment = ["HOME": folder.path(), "PATH": "/usr/bin:/usr/sbin:/bin"]
        try process.run()
        for _ in 0..<Self.turns where process.isRunning { serve() }
        if process.isRunning { process.terminate() }
        process.waitUntilExit()
        let text = try String(contentsOf: said, encoding: .utf8)
        return Outcome(status: process.terminationStatus, text: text)
    }
}
