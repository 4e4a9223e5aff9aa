import Foundation

/// The `hardware` tool's samples that lie beside the clone.
enum HardwareInputs {
    static let folder = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "shared/inputs/hardware")
    static let arePresent = FileManager.default.fileExists(atPath: folder.path)
}
