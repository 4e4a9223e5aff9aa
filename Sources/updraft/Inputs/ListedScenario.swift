import Foundation

/// A scenario file as it is listed: its path, and what its header comment begins with.
struct ListedScenario: Encodable {
    let path: String
    let summary: String

    /// What scenarios are made of lies beside them.
    private static let foreignFolders: Set<Substring> = ["inventories", "templates"]

    /// All scenario files below a folder, in order of path; nil where there is no such folder.
    static func all(below folder: String) -> [ListedScenario]? {
        var isDirectory: ObjCBool = false
        guard FileManager.default.fileExists(atPath: folder, isDirectory: &isDirectory),
            isDirectory.boolValue,
            let paths = try? FileManager.default.subpathsOfDirectory(atPath: folder)
        else { return nil }
        let base = folder.hasSuffix("/") ? String(folder.dropLast()) : folder
        return paths.filter(isScenario).sorted().map {
            let path = "\(base)/\($0)"
            return ListedScenario(path: path, summary: summary(of: path))
        }
    }

    private static func isScenario(_ path: String) -> Bool {
        let parts = path.split(separator: "/")
        return [".yaml", ".yml"].contains { path.hasSuffix($0) }
            && !parts.contains { $0.hasPrefix(".") || foreignFolders.contains($0) }
    }

    private static func summary(of path: String) -> String {
        guard let bytes = FileManager.default.contents(atPath: path) else { return "" }
        let lines = String(decoding: bytes, as: UTF8.self)
            .split(separator: "\n", omittingEmptySubsequences: false)
        return lines.prefix { $0.hasPrefix("#") }
            .map { $0.dropFirst().trimmingCharacters(in: .whitespaces) }
            .prefix { !$0.isEmpty }.joined(separator: " ")
    }
}
