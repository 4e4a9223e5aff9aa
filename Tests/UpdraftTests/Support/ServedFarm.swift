import Foundation

/// `updraft bmc serve` while it runs.
final class ServedFarm {
    private let running: RunningUpdraft
    private let control: String
    private let inventory: String

    init(_ arguments: [String], in folder: TemporaryFolder) throws {
        control = folder.path("control-\(UUID().uuidString.prefix(8)).sock")
        running = try Updraft.start(["bmc", "serve", "--control", control] + arguments)
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
        let place = isMeant ? ["--inventory", inventory] : ["--control", control]
        return try Updraft.start(["bmc"] + arguments + place).finish()
    }

    /// Stops it as a supervisor does.
    func stop() -> Ending {
        kill(running.identifier, SIGTERM)
        return running.finish()
    }
}
