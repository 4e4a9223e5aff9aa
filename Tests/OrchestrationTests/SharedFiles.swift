import Foundation
import Testing

/// Templates and verdicts that lie beside the project.
enum SharedFiles {
    static let root = URL(filePath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "shared")

    static func areThere(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: root.appending(path: path).path())
    }

    static func text(_ path: String) throws -> String {
        String(decoding: try Data(contentsOf: root.appending(path: path)), as: UTF8.self)
    }

    /// All files under a folder whose names end in one of some ways, in order.
    static func files(under folder: String, _ endings: [String]) throws -> [String] {
        let base = root.appending(path: folder)
        let found = FileManager.default.enumerator(atPath: base.path())
        return (found?.allObjects as? [String] ?? [])
            .filter { name in endings.contains { name.hasSuffix($0) } }
            .sorted().map { "\(folder)/\($0)" }
    }
}
