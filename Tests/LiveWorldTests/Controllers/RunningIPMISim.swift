import Foundation
import Glibc
import IPMI
import LiveWorld

/// OpenIPMI's simulator with one controller, while it runs.
final class RunningIPMISim {
    let port: UInt16
    var place: DatagramPeer { DatagramPeer(ipv4: 0x7F00_0001, port: port) }
    private let process = Process()
    private let folder: URL
    /// It ends when its input does.
    private let input = Pipe()

    init() throws {
        // A port that was free a moment ago.
        port = try UDPSocket(boundTo: DatagramPeer(ipv4: 0x7F00_0001, port: 0)).port
        folder = FileManager.default.temporaryDirectory.appending(
            path: "updraft-sim-\(UUID().uuidString)")
        try FileManager.default.createDirectory(
            at: folder.appending(path: "state"), withIntermediateDirectories: true)
        let network = """
            name "sim"
            set_working_mc 0x20
              startlan 1
                addr 127.0.0.1 \(port)
                priv_limit admin
                allowed_auths_admin none md2 md5 straight
                guid a123456789abcdefa123456789abcdef
              endlan
              user 2 true "admin" "secret" admin 10 none md2 md5 straight

            """
        let commands = """
            mc_setbmc 0x20
            mc_add 0x20 0 no-device-sdrs 0x23 9 8 0x9f 0x1291 0xf02 persist_sdr
            sel_enable 0x20 1000 0x0a
            mc_enable 0x20

            """
        try network.write(
            to: folder.appending(path: "lan.conf"), atomically: true, encoding: .utf8)
        try commands.write(
            to: folder.appending(path: "sim.emu"), atomically: true, encoding: .utf8)
        guard let tool = Tool("ipmi_sim") else { preconditionFailure("Not installed.") }
        process.executableURL = URL(filePath: tool.path)
        process.arguments = ["-c", "lan.conf", "-f", "sim.emu", "-s", "state"]
        process.currentDirectoryURL = folder
        process.standardInput = input
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        try awaitAnswer()
    }

    /// Pings it until it listens.
    private func awaitAnswer() throws {
        let socket = try UDPSocket(boundTo: DatagramPeer(ipv4: 0x7F00_0001, port: 0))
        let ping: [UInt8] = [6, 0, 0xFF, 6, 0, 0, 0x11, 0xBE, 0x80, 1, 0, 0]
        for _ in 0..<500 {
            socket.send(OutgoingDatagram(ping, to: place))
            usleep(20_000)
            if socket.receive() != nil { return }
        }
    }

    deinit {
        // It takes no notice of a friendlier signal.
        kill(process.processIdentifier, SIGKILL)
        try? FileManager.default.removeItem(at: folder)
    }
}
