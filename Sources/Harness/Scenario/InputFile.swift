import FoundationEssentials
public import Hardware

/// A file an operator names.
public enum InputFile {
    /// Larger files are no scenario and no inventory, whatever they are.
    public static let sizeLimit = ByteCount.mebibytes(512)

    /// What the file holds.
    ///
    /// - Throws: One problem, if the file is not there or cannot be read.
    public static func read(_ path: String) throws(InputProblems) -> [UInt8] {
        var isDirectory = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else {
            throw problem(path, "there is no such file")
        }
        guard !isDirectory else { throw problem(path, "found a folder, expected a file") }
        guard FileManager.default.isReadableFile(atPath: path) else {
            throw problem(path, "the file cannot be opened for reading")
        }
        guard isPlain(path) else {
            throw problem(path, "found a pipe or a device, expected a file")
        }
        guard let size = size(path) else {
            throw problem(path, "the file cannot be read")
        }
        guard size <= UInt64(sizeLimit.bytes) else {
            throw problem(path, "the file is larger than \(sizeLimit)")
        }
        do {
            return [UInt8](try Data(contentsOf: URL(filePath: path)))
        } catch {
            throw problem(path, "the file cannot be read to its end")
        }
    }

    /// Links that are followed to a file; a chain of more is a ring.
    private static let linkLimit = 32

    /// Whether a path leads to a file that can be read from its start, as often as need be.
    ///
    /// A pipe is there once, and a device may have no end.
    public static func isPlain(_ path: String) -> Bool {
        var path = path
        for _ in 0..<linkLimit {
            guard let attributes = try? FileManager.default.attributesOfItem(atPath: path) else {
                return false
            }
            switch attributes[.type] as? FileAttributeType {
            case .typeRegular?: return true
            case .typeSymbolicLink?:
                guard let next = try? FileManager.default.destinationOfSymbolicLink(atPath: path)
                else { return false }
                path = resolve(next, from: path)
            default: return false
            }
        }
        return false
    }

    private static func size(_ path: String) -> UInt64? {
        let target = URL(filePath: path).resolvingSymlinksInPath().path
        let attributes = try? FileManager.default.attributesOfItem(atPath: target)
        return attributes?[.size] as? UInt64
    }

    private static func problem(_ path: String, _ message: String) -> InputProblems {
        InputProblems([InputProblem(file: path, line: 1, path: "", message: message)])
    }

    /// A path that stands in another file, relative to that file.
    static func resolve(_ path: String, from file: String) -> String {
        if path.hasPrefix("/") { return path }
        guard let slash = file.lastIndex(of: "/") else { return path }
        return String(file[...slash]) + path
    }

    /// The last part of a path, without its ending.
    static func baseName(_ path: String) -> String {
        let last = path.split(separator: "/").last.map(String.init) ?? path
        return last.lastIndex(of: ".").map { String(last[..<$0]) } ?? last
    }
}
