import Documents

/// The drive that comes with an instance (config drive, version 2).
struct ConfigDrive<System: NodeSystem>: Sendable {
    private static var folder: String { "/run/updraft-config-drive" }

    private let system: System

    init(on system: System) { self.system = system }

    /// What it tells; nil where there is none or it cannot be read.
    func metadata() async -> DocumentValue? {
        guard let device = await device() else { return nil }
        let mounts = (try? system.text(of: "/proc/mounts")) ?? ""
        for line in mounts.split(separator: "\n") {
            let words = line.split(separator: " ")
            if words.count > 1, words[0] == device { return read(below: String(words[1])) }
        }
        guard (try? system.makeFolder(Self.folder, mode: 0o700)) != nil,
            let mounted = try? await system.run(
                NodeCommand("mount", [device, Self.folder, "-o", "ro"])), mounted.status == 0
        else { return nil }
        let found = read(below: Self.folder)
        _ = try? await system.run(NodeCommand("umount", ["-l", Self.folder]))
        return found
    }

    private func read(below folder: String) -> DocumentValue? {
        guard let text = try? system.text(of: "\(folder)/ec2/latest/meta-data.json") else {
            return nil
        }
        return try? DocumentValue(json: text)
    }

    /// The first that is called `config-2` and has a file system that such drives have.
    private func device() async -> String? {
        guard let result = try? await system.run(NodeCommand("blkid", ["-o", "export"])),
            result.status == 0
        else { return nil }
        let text = String(decoding: result.output, as: UTF8.self)
        for block in text.split(separator: "\n\n") {
            func value(_ name: String) -> String? {
                block.split(separator: "\n").first { $0.hasPrefix("\(name)=") }
                    .map { String($0.dropFirst(name.count + 1).replacing("\\ ", with: " ")) }
            }
            if value("LABEL") == "config-2", ["vfat", "iso9660"].contains(value("TYPE")) {
                return value("DEVNAME")
            }
        }
        return nil
    }
}
