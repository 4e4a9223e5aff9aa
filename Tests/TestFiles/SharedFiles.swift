import FoundationEssentials

/// Files of the folder beside the repository, which not everybody has.
package enum SharedFiles {
    private static let root = URL(filePath: #filePath, directoryHint: .notDirectory)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "shared")

    package static var arePresent: Bool { FileManager.default.fileExists(atPath: root.path()) }

    package static func text(_ path: String) throws -> String {
        String(decoding: try Data(contentsOf: root.appending(path: path)), as: UTF8.self)
    }

    package static func names(in folder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: root.appending(path: folder).path())
            .sorted()
    }
}
