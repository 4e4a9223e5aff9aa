import Foundation

/// The repository these tests belong to.
enum Repository {
    static let root = URL(filePath: #filePath, directoryHint: .notDirectory)
        .resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    /// Folders that hold Swift targets.
    static let areas = ["Sources", "Simulators", "Tests", "Benchmarks"]

    static let swiftFiles: [SwiftFile] = areas.flatMap { files(under: $0, endings: ["swift"]) }
        .map { SwiftFile(path: $0, text: text(of: $0) ?? "") }

    static let manifest = PackageManifest(
        SwiftFile(path: "Package.swift", text: text(of: "Package.swift") ?? "")
    )

    /// What people read and machines run, as paths from the root.
    static let texts: [String] =
        files(under: "", endings: ["swift", "md", "yaml", "yml", "json", "resolved"])
        + ["ci", ".ci"].flatMap { files(under: $0, endings: [""]) }

    /// - Returns: nil if there is no such file, or it is not text.
    static func text(of path: String) -> String? {
        try? String(contentsOf: root.appending(path: path), encoding: .utf8)
    }

    static func exists(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: root.appending(path: path).path())
    }

    /// The folders directly in `path`, sorted.
    static func folders(in path: String) -> [String] {
        let names = try? FileManager.default.contentsOfDirectory(
            atPath: root.appending(path: path).path()
        )
        return (names ?? []).filter { isFolder("\(path)/\($0)") }.sorted()
    }

    /// The files below `path`, sorted; hidden ones and build products left out.
    ///
    /// - Parameter endings: such as `swift`; the empty one stands for names without an ending.
    static func files(under path: String, endings: Set<String>) -> [String] {
        let names = try? FileManager.default.contentsOfDirectory(
            atPath: root.appending(path: path).path()
        )
        let paths = (names ?? []).sorted().filter { !$0.hasPrefix(".") }
            .map { path.isEmpty ? $0 : "\(path)/\($0)" }
        return paths.flatMap { entry in
            if isFolder(entry) { return files(under: entry, endings: endings) }
            return endings.contains(URL(filePath: entry).pathExtension) ? [entry] : []
        }
    }

    private static func isFolder(_ path: String) -> Bool {
        var isDirectory: ObjCBool = false
        let place = root.appending(path: path).path()
        return FileManager.default.fileExists(atPath: place, isDirectory: &isDirectory)
            && isDirectory.boolValue
    }
}
