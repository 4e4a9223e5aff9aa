import Foundation
import Glibc
import Hardware
import Harness

/// What a command is given to read: a file, or a stream that is there once.
enum InputSource {
    /// Stands for standard input.
    static let standardInput = "-"

    /// - Throws: One problem, if nothing can be read.
    static func read(_ path: String) throws(InputProblems) -> [UInt8] {
        if path == standardInput { return try stream(.standardInput, path) }
        // What is missing or forbidden is told best by who reads files.
        if InputFile.isPlain(path) || !isStream(path) { return try InputFile.read(path) }
        guard let handle = FileHandle(forReadingAtPath: path) else {
            throw problem(path, "it cannot be opened for reading")
        }
        return try stream(handle, path)
    }

    /// How problems call the input.
    static func name(_ path: String) -> String {
        path == standardInput ? "standard input" : path
    }

    /// A pipe, a terminal, a socket: what is there and neither a plain file nor a folder.
    private static func isStream(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
            && !isFolder.boolValue
    }

    private static func stream(
        _ handle: FileHandle, _ path: String
    ) throws(InputProblems) -> [UInt8] {
        let limit = Int(InputFile.sizeLimit.bytes)
        var bytes: [UInt8] = []
        while bytes.count <= limit {
            let piece: Data?
            do { piece = try handle.read(upToCount: 1 << 20) } catch {
                throw problem(path, "it cannot be read")
            }
            guard let piece, !piece.isEmpty else { return bytes }
            bytes += piece
        }
        throw problem(path, "there is more than \(InputFile.sizeLimit) to read")
    }

    private static func problem(_ path: String, _ message: String) -> InputProblems {
        InputProblems([InputProblem(file: name(path), line: 1, path: "", message: message)])
    }
}
