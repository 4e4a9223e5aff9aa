import Foundation

/// `updraft bmc serve` while it runs.
final class ServedFarm {
    private let running: RunningUpdraft
    private let control: String
    private let inventory: String
    /// The inventory is in it.
    private let folder: TemporaryFolder

    convenience init(_ arguments: [String], in folder: TemporaryFolder) throws {
        let control = folder.path("control-\(UUID().uuidString.prefix(8)).sock")
        try self.init(["--control", control] + arguments, control, folder)
    }

    private init(_ arguments: [String], _ control: String, _ folder: TemporaryFolder) throws {
        self.control = control
        self.folder = folder
        running = try Updraft.start(["bmc", "serve"] + arguments)
        let running = running
        let isReady = Waiting.until {
            running.messagesSoFar.contains("ready: ") || !running.isRunning
        }
        guard isReady, running.isRunning else {
            throw CocoaError(
                .fileReadUnknown, userInfo: [NSDebugDescriptionErrorKey: running.messagesSoFar])
        }
        inventory = try folder.write(running.outputSoFar, to: "rack-\(UUID().uuidString).json")
    }

    deinit { kill(running.identifier, SIGTERM) }

    var messages: String { running.messagesSoFar }

    /// The first machine's port, as the inventory has it.
    var port: String {
        let line = running.outputSoFar.split(separator: "\n").first { $0.contains("pm_port") }
        return String((line ?? "").filter(\.isNumber))
    }

    /// `updraft bmc`, about these machines.
    func ask(_ arguments: String..., inventory isMeant: Bool = true) throws -> Ending {
        try ask(all: arguments, inventory: isMeant)
    }

    func ask(all arguments: [String], inventory isMeant: Bool = true) throws -> Ending {
        let place = isMeant ? ["--inventory", inventory] : ["--control", control]
        return try Updraft.start(["bmc"] + arguments + place).finish()
    }

    static let ipmitool = "/usr/bin/ipmitool"

    /// What `ipmitool` says of the first machine.
    func ipmitool(_ command: String) throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: Self.ipmitool)
        process.arguments =
            ["-I", "lanplus", "-C", "17", "-H", "127.0.0.1", "-p", port, "-U", "admin"]
            + ["-P", "password"] + command.split(separator: " ").map(String.init)
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let said = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return String(decoding: said, as: UTF8.self)
    }

    /// Stops it as a supervisor does.
    func stop() -> Ending {
        kill(running.identifier, SIGTERM)
        return running.finish()
    }
}
