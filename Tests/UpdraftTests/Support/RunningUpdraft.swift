import Foundation

/// The program while it runs. What it says goes to files, so that no pipe can fill up.
final class RunningUpdraft {
    private let process = Process()
    private let folder = TemporaryFolder()

    /// - Parameter device: where results go instead, such as a full disk; they are not kept then.
    init(
        _ program: URL, _ arguments: [String], in directory: URL, to device: String? = nil
    ) throws {
        process.executableURL = program
        process.arguments = arguments
        process.currentDirectoryURL = directory
        process.standardInput = FileHandle.nullDevice
        process.standardOutput =
            try device.map { try FileHandle(forWritingTo: URL(filePath: $0)) } ?? Self.file(output)
        process.standardError = try Self.file(messages)
        try process.run()
    }

    /// A test that fails leaves nothing running behind it.
    deinit { if process.isRunning { process.terminate() } }

    var identifier: Int32 { process.processIdentifier }
    var isRunning: Bool { process.isRunning }

    /// The processes it started; Linux counts them by the thread that did.
    var children: [Int32] {
        let tasks = "/proc/\(identifier)/task"
        let threads = (try? FileManager.default.contentsOfDirectory(atPath: tasks)) ?? []
        return threads.flatMap { thread in
            let text = (try? String(contentsOfFile: "\(tasks)/\(thread)/children", encoding: .utf8))
            return (text ?? "").split(separator: " ").compactMap { Int32($0) }
        }
    }

    func finish() -> Ending {
        process.waitUntilExit()
        return Ending(
            status: process.terminationStatus, output: Self.text(output),
            messages: Self.text(messages))
    }

    /// What it has said until now.
    var outputSoFar: String { Self.text(output) }
    var messagesSoFar: String { Self.text(messages) }

    private var output: URL { folder.url.appending(path: "output") }
    private var messages: URL { folder.url.appending(path: "messages") }

    private static func file(_ url: URL) throws -> FileHandle {
        try Data().write(to: url)
        return try FileHandle(forWritingTo: url)
    }

    private static func text(_ url: URL) -> String {
        (try? String(contentsOf: url, encoding: .utf8)) ?? ""
    }
}
