import Foundation
import LiveHTTP
import NIOCore
import NIOPosix
import Redfish

/// The emulator of sushy-tools with one fake system, while it runs.
struct RunningEmulator {
    let origin: ServiceOrigin
    private let process: Process
    private let folder: URL

    /// Starts it and waits until it answers.
    init() async throws {
        folder = try PythonPeers.temporaryFolder()
        let port = try await Self.freePort()
        let settings = folder.appending(path: "emulator.conf")
        try "SUSHY_EMULATOR_STATE_DIR = '\(folder.path)'\n"
            .write(to: settings, atomically: true, encoding: .utf8)
        process = try PythonPeers.start(
            "sushy-emulator",
            ["--fake", "-i", "127.0.0.1", "-p", "\(port)", "--config", settings.path],
            output: folder.appending(path: "said"))
        guard let origin = ServiceOrigin("http://127.0.0.1:\(port)") else {
            preconditionFailure("A port makes no origin wrong.")
        }
        self.origin = origin
        let connections = try RedfishConnections(.ignored)
        let connection = connections.service(at: origin)
        for _ in 0..<500 {
            let answer = try? await connection.send(RedfishRequest(.get, "/redfish/v1/"))
            if answer != nil { break }
            try await Task.sleep(for: .milliseconds(50))
        }
        await connections.close()
    }

    /// A port that was free a moment ago.
    private static func freePort() async throws -> Int {
        let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .bind(host: "127.0.0.1", port: 0).get()
        defer { channel.close(promise: nil) }
        return channel.localAddress?.port ?? 0
    }

    func stop() async throws {
        try await PythonPeers.stop(process)
        try? FileManager.default.removeItem(at: folder)
    }
}
