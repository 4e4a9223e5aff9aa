import NodeAgent
import Synchronization

/// A system that is kept in memory, with programs that are functions.
final class MemoryNodeSystem: NodeSystem {
    typealias Program = @Sendable (NodeCommand) -> CommandResult

    private let files: Mutex<[String: FileContents]>
    private let programs: [String: Program]
    private let ran = Mutex<[NodeCommand]>([])

    init(_ files: [String: String] = [:], programs: [String: Program] = [:]) {
        var contents = files.mapValues { FileContents(bytes: Array($0.utf8)) }
        for path in programs.keys { contents[path] = FileContents(bytes: [], mode: 0o755) }
        self.files = Mutex(contents)
        self.programs = programs
    }

    /// A file's text; nil where there is none.
    subscript(path: String) -> String? {
        files.withLock { $0[path].map { String(decoding: $0.bytes, as: UTF8.self) } }
    }

    func mode(of path: String) -> Int? { files.withLock { $0[path]?.mode } }

    func put(_ path: String, _ text: String, mode: Int = 0o644) {
        files.withLock { $0[path] = FileContents(bytes: Array(text.utf8), mode: mode) }
    }

    var commands: [NodeCommand] { ran.withLock { $0 } }
    var paths: [String] { files.withLock { $0.keys.sorted() } }

    func contents(of path: String) -> [UInt8]? { files.withLock { $0[path]?.bytes } }

    func status(of path: String) -> FileStatus? {
        files.withLock { files in
            if let file = files[path] {
                return FileStatus(
                    kind: .file, mode: file.mode, owner: file.owner ?? 0, group: file.group ?? 0)
            }
            let isFolder = files.keys.contains { $0.hasPrefix(path + "/") }
            return isFolder ? FileStatus(kind: .folder, mode: 0o755, owner: 0, group: 0) : nil
        }
    }

    func names(in folder: String) -> [String]? {
        let root = folder.hasSuffix("/") ? folder : folder + "/"
        let names = files.withLock { files in
            files.keys.filter { $0.hasPrefix(root) }.map {
                String($0.dropFirst(root.count).prefix { $0 != "/" })
            }
        }
        return names.isEmpty ? nil : Set(names).sorted()
    }

    func replace(_ path: String, with file: FileContents) {
        files.withLock { $0[path] = file }
    }

    func remove(_ path: String) {
        files.withLock { _ = $0.removeValue(forKey: path) }
    }

    func makeFolder(_ path: String, mode: Int) {}

    func move(_ path: String, to other: String) {
        files.withLock { files in
            for (old, file) in files where old == path || old.hasPrefix(path + "/") {
                files[old] = nil
                files[other + old.dropFirst(path.count)] = file
            }
        }
    }

    func target(of link: String) -> String? { nil }

    func link(_ path: String, to target: String) throws(NodeSystemError) {
        throw NodeSystemError("\(path): no links here")
    }

    func number(of account: Account) -> Int? {
        switch account {
        case .user("root"), .group("root"), .userNumber(0), .groupNumber(0): 0
        default: nil
        }
    }

    func run(_ command: NodeCommand) async throws(NodeSystemError) -> CommandResult {
        ran.withLock { $0.append(command) }
        guard let program = programs[command.path] else {
            throw NodeSystemError("\(command.path): no such program")
        }
        return program(command)
    }
}
