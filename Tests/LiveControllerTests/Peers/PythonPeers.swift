import Foundation
import Glibc

/// The virtual environment that `ci/setup` makes, with other people's Redfish in it.
enum PythonPeers {
    static let folder = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
        .appending(path: ".build/peers/bin")

    static func has(_ program: String) -> Bool {
        FileManager.default.isExecutableFile(atPath: folder.appending(path: program).path)
    }

    static let hasSushy = has("python3") && has("sushy-emulator")

    /// Longest any of them may take.
    static let limit: Duration = .seconds(120)

    /// A program, begun, whose output goes to a file.
    static func start(_ program: String, _ arguments: [String], output: URL) throws -> Process {
        try Data().write(to: output)
        let file = try FileHandle(forWritingTo: output)
        let process = Process()
        process.executableURL = folder.appending(path: program)
        process.arguments = arguments
        process.currentDirectoryURL = output.deletingLastPathComponent()
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = file
        process.standardError = file
        process.environment = [
            "PATH": "/usr/bin:/bin", "HOME": folder.path, "PYTHONUNBUFFERED": "1",
        ]
        try process.run()
        return process
    }

    /// Waits for a program's end without holding a thread.
    static func end(of process: Process) async throws {
        var waited: Duration = .zero
        while process.isRunning, waited < limit {
            try await Task.sleep(for: .milliseconds(20))
            waited += .milliseconds(20)
        }
        try await stop(process)
    }

    /// Ends a program, and sees that it has. Foundation's own waiting holds a thread.
    static func stop(_ process: Process) async throws {
        for signal in [SIGTERM, SIGKILL] where process.isRunning {
            kill(process.processIdentifier, signal)
            for _ in 0..<250 where process.isRunning {
                try await Task.sleep(for: .milliseconds(20))
            }
        }
    }

    /// A new folder for one test.
    static func temporaryFolder() throws -> URL {
        let folder = FileManager.default.temporaryDirectory.appending(
            path: "updraft-peer-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return folder
    }
}
