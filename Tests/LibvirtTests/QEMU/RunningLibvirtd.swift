import Foundation
import Glibc
import Libvirt

/// A libvirt daemon of the tests' own, without privileges and with all that it writes in a folder
/// of its own, while it runs.
final class RunningLibvirtd: Sendable {
    /// The QEMU that runs domains, and the daemon.
    private static let programs = ["/usr/bin/qemu-system-x86_64", "/usr/sbin/libvirtd"]
    /// The daemon's driver for QEMU, which is a package of its own.
    private static let driver = "libvirt/connection-driver/libvirt_driver_qemu.so"
    private static let driverFolders = ["/usr/lib/x86_64-linux-gnu", "/usr/lib64", "/usr/lib"]

    static var isInstalled: Bool {
        let files = FileManager.default
        return programs.allSatisfy(files.isExecutableFile)
            && driverFolders.contains { files.fileExists(atPath: "\($0)/\(driver)") }
    }

    let folder: URL
    private let process: Int32

    /// Where QEMU's domains are.
    var uri: String {
        "qemu+unix:///session?socket=\(folder.path)/run/libvirt/libvirt-sock"
    }

    init() throws {
        // Sockets have short names.
        folder = FileManager.default.temporaryDirectory.appending(
            path: "updraft-vm-\(UUID().uuidString.prefix(8))")
        try Self.furnish(folder)
        process = try Self.start(folder)
    }

    private static func furnish(_ folder: URL) throws {
        let files = FileManager.default
        for name in ["config/libvirt", "cache", "data", "run"] {
            try files.createDirectory(
                at: folder.appending(path: name), withIntermediateDirectories: true)
        }
        // Without a log daemon, which would outlive this one.
        try "stdio_handler = \"file\"\nsecurity_driver = \"none\"\n".write(
            to: folder.appending(path: "config/libvirt/qemu.conf"), atomically: true,
            encoding: .utf8)
        let log = folder.appending(path: "libvirtd.log").path
        try "log_outputs = \"3:file:\(log)\"\n".write(
            to: folder.appending(path: "config/libvirt/libvirtd.conf"), atomically: true,
            encoding: .utf8)
        guard geteuid() == 0 else { return }
        // For root there is no session: it is somebody else's then.
        let paths = files.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
        chown(folder.path, nobody, nobody)
        for path in paths { chown(folder.appending(path: path).path, nobody, nobody) }
    }

    private static let nobody: UInt32 = 65_534

    private static func start(_ folder: URL) throws -> Int32 {
        let process = Process()
        let path = folder.path
        var words: [String] = []
        if geteuid() == 0 {
            let number = String(nobody)
            words = ["/usr/bin/setpriv", "--reuid", number, "--regid", number, "--clear-groups"]
        }
        words.append(contentsOf: ["/usr/sbin/libvirtd", "--timeout", "60"])
        words.append(contentsOf: ["--config", "\(path)/config/libvirt/libvirtd.conf"])
        words.append(contentsOf: ["--pid-file", "\(path)/run/libvirtd.pid"])
        process.executableURL = URL(filePath: words[0])
        process.arguments = Array(words.dropFirst())
        process.environment = [
            "PATH": "/usr/bin:/bin:/usr/sbin:/sbin", "HOME": path,
            "XDG_CONFIG_HOME": "\(path)/config", "XDG_CACHE_HOME": "\(path)/cache",
            "XDG_DATA_HOME": "\(path)/data", "XDG_RUNTIME_DIR": "\(path)/run",
        ]
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        return process.processIdentifier
    }

    /// A way to it that stands, once it answers.
    func hypervisor() async throws -> Hypervisor {
        let hypervisor = Hypervisor(try LibvirtURI(uri))
        for _ in 0..<400 where (try? await hypervisor.domains()) == nil {
            try await Task.sleep(for: .milliseconds(50))
        }
        _ = try await hypervisor.domains()
        return hypervisor
    }

    /// Ends it. Domains would outlive it, and are ended first by whoever started them.
    func stop() {
        kill(process, SIGTERM)
        for _ in 0..<200 where kill(process, 0) == 0 {
            waitpid(process, nil, WNOHANG)
            usleep(20_000)
        }
        kill(process, SIGKILL)
    }

    deinit {
        stop()
        try? FileManager.default.removeItem(at: folder)
    }
}
