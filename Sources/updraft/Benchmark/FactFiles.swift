import ArgumentParser
import Facts
import Foundation

/// Files of machines' facts, as commands are given them.
struct FactFiles {
    /// Where files stand in a folder, those that look like facts.
    private static let endings = ["hw", "hw_", "json", "facts", "py"]

    let documents: [FactDocument]
    let unreadable: [FactDocumentError]

    /// - Parameter paths: files, and folders whose files are read by their endings.
    /// - Throws: ``ExitStatus/badInput`` where there is nothing at a path.
    init(_ paths: [String]) throws {
        var (documents, unreadable): ([FactDocument], [FactDocumentError]) = ([], [])
        for path in try paths.flatMap(Self.files) {
            guard let data = FileManager.default.contents(atPath: path) else {
                StandardError.print("\(path): cannot be read")
                throw ExitStatus.badInput
            }
            do {
                documents.append(
                    try FactDocument(String(decoding: data, as: UTF8.self), origin: path))
            } catch { unreadable.append(error) }
        }
        (self.documents, self.unreadable) = (documents, unreadable)
    }

    private static func files(_ path: String) throws -> [String] {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            StandardError.print("\(path): there is no such file or folder")
            throw ExitStatus.badInput
        }
        guard isFolder.boolValue else { return [path] }
        let names = try FileManager.default.contentsOfDirectory(atPath: path).sorted()
        return names.filter { name in endings.contains { name.hasSuffix(".\($0)") } }
            .map { "\(path)/\($0)" }
    }
}
