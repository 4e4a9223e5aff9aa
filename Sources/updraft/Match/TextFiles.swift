import Documents
import Foundation

/// Files with texts that commands are given.
enum TextFiles {
    /// - Throws: ``ExitStatus/badInput``, with a message, where the file cannot be read.
    static func text(_ path: String) throws -> String {
        guard let data = FileManager.default.contents(atPath: path) else {
            StandardError.print("\(path): it cannot be read")
            throw ExitStatus.badInput
        }
        return String(decoding: data, as: UTF8.self)
    }

    /// The names in a folder, in order, hidden ones left out.
    static func names(in folder: String) throws -> [String] {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
            StandardError.print("\(folder): it is no folder that can be read")
            throw ExitStatus.badInput
        }
        return names.filter { !$0.hasPrefix(".") }.sorted()
    }

    /// Files as they are, and of folders the files in them.
    static func paths(_ paths: [String]) throws -> [String] {
        try paths.flatMap { path -> [String] in
            var isFolder: ObjCBool = false
            let exists = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
            guard exists, isFolder.boolValue else { return [path] }
            return try names(in: path).map { "\(path)/\($0)" }
        }
    }

    /// A document of JSON.
    static func json(_ path: String) throws -> DocumentValue {
        let text = try text(path)
        do throws(JSONSyntaxError) {
            return try DocumentValue(json: text)
        } catch {
            StandardError.print("\(path):\(error.line): \(error.message)")
            throw ExitStatus.badInput
        }
    }

    static func json(ifPresent path: String) throws -> DocumentValue? {
        FileManager.default.fileExists(atPath: path) ? try json(path) : nil
    }

    /// Writes a text that ends in a line's end.
    static func write(_ text: String, to path: String) throws {
        do { try Data((text + "\n").utf8).write(to: URL(filePath: path), options: .atomic) } catch {
            StandardError.print("\(path): it cannot be written")
            throw ExitStatus.failed
        }
    }
}
