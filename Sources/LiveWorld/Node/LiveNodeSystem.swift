import Dispatch
import Foundation
import Glibc
public import NodeAgent

/// The machine that we run on, or a folder that is taken for its root.
public struct LiveNodeSystem: NodeSystem {
    private let root: String

    /// - Parameter root: the folder that stands for `/`. Programs run where they are all the same,
    ///   and links with whole paths lead where the machine has them.
    public init(root: String = "") {
        self.root = root.hasSuffix("/") ? String(root.dropLast()) : root
    }

    private func place(_ path: String) -> String { root + path }

    private func failed(_ path: String) -> NodeSystemError {
        NodeSystemError("\(path): \(String(cString: strerror(errno)))")
    }

    private static func isMissing(_ code: Int32) -> Bool { code == ENOENT || code == ENOTDIR }

    // MARK: Files

    public func contents(of path: String) throws(NodeSystemError) -> [UInt8]? {
        let file = open(place(path), O_RDONLY | O_CLOEXEC)
        guard file >= 0 else {
            if Self.isMissing(errno) { return nil }
            throw failed(path)
        }
        defer { close(file) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = read(file, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw failed(path) }
            if count == 0 { return bytes }
            bytes += buffer[..<count]
        }
    }

    public func status(of path: String) throws(NodeSystemError) -> FileStatus? {
        var status = stat()
        guard stat(place(path), &status) == 0 else {
            if Self.isMissing(errno) { return nil }
            throw failed(path)
        }
        let kind: FileStatus.Kind =
            switch status.st_mode & S_IFMT {
            case S_IFREG: .file
            case S_IFDIR: .folder
            default: .other
            }
        return FileStatus(
            kind: kind, mode: Int(status.st_mode & 0o7777), owner: Int(status.st_uid),
            group: Int(status.st_gid))
    }

    public func names(in folder: String) throws(NodeSystemError) -> [String]? {
        guard let directory = opendir(place(folder)) else {
            if Self.isMissing(errno) { return nil }
            throw failed(folder)
        }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) {
                    String(cString: $0)
                }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// Written beside the target and renamed, so that there is never half a file.
    public func replace(_ path: String, with file: FileContents) throws(NodeSystemError) {
        let target = place(path)
        let folder = Self.parent(of: path)
        try makeFolder(folder, mode: 0o755)
        var name = Array("\(place(folder))/.updraft-XXXXXX".utf8CString)
        let descriptor = mkstemp(&name)
        guard descriptor >= 0 else { throw failed(path) }
        do throws(NodeSystemError) {
            try write(file, to: descriptor, path)
            guard rename(name, target) == 0 else { throw failed(path) }
        } catch {
            unlink(name)
            throw error
        }
    }

    private func write(
        _ file: FileContents, to descriptor: Int32, _ path: String
    ) throws(NodeSystemError) {
        defer { close(descriptor) }
        var rest = file.bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw failed(path) }
            rest = rest.dropFirst(count)
        }
        guard fchmod(descriptor, mode_t(file.mode)) == 0 else { throw failed(path) }
        let owner = file.owner.map { uid_t($0) } ?? uid_t.max
        let group = file.group.map { gid_t($0) } ?? gid_t.max
        guard fchown(descriptor, owner, group) == 0 else { throw failed(path) }
    }

    public func remove(_ path: String) throws(NodeSystemError) {
        guard unlink(place(path)) == 0 || Self.isMissing(errno) else { throw failed(path) }
    }

    public func makeFolder(_ path: String, mode: Int) throws(NodeSystemError) {
        do {
            try FileManager.default.createDirectory(
                atPath: place(path), withIntermediateDirectories: true,
                attributes: [.posixPermissions: mode])
        } catch { throw NodeSystemError("\(path): \(error.localizedDescription)") }
    }

    public func move(_ path: String, to other: String) throws(NodeSystemError) {
        guard rename(place(path), place(other)) == 0 else { throw failed(path) }
    }

    public func target(of link: String) throws(NodeSystemError) -> String? {
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
        let count = readlink(place(link), &buffer, buffer.count)
        if count >= 0 {
            return String(decoding: buffer[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self)
        }
        // Whatever is no link is an invalid argument.
        if errno == EINVAL || Self.isMissing(errno) { return nil }
        throw failed(link)
    }

    public func link(_ path: String, to target: String) throws(NodeSystemError) {
        try makeFolder(Self.parent(of: path), mode: 0o755)
        guard symlink(target, place(path)) == 0 else { throw failed(path) }
    }

    private static func parent(of path: String) -> String {
        let parent = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
            .joined(separator: "/")
        return parent.isEmpty ? "/" : parent
    }

    // MARK: Accounts

    /// The accounts of the machine that we run on, whatever stands for its root.
    public func number(of account: Account) throws(NodeSystemError) -> Int? {
        switch account {
        case .user(let name): getpwnam(name).map { Int($0.pointee.pw_uid) }
        case .userNumber(let id): getpwuid(uid_t(id)).map { Int($0.pointee.pw_uid) }
        case .group(let name): getgrnam(name).map { Int($0.pointee.gr_gid) }
        case .groupNumber(let id): getgrgid(gid_t(id)).map { Int($0.pointee.gr_gid) }
        }
    }

    // MARK: Commands

    public func run(_ command: NodeCommand) async throws(NodeSystemError) -> CommandResult {
        let process = Process()
        process.executableURL = URL(filePath: try program(command.path))
        process.arguments = command.arguments
        if let folder = command.folder {
            process.currentDirectoryURL = URL(filePath: place(folder))
        }
        var environment = ProcessInfo.processInfo.environment
        for entry in command.environment { environment[entry.name] = entry.value }
        process.environment = environment
        let running = RunningProgram()
        let result: CommandResult
        do {
            result = try await Self.result(
                of: process, input: command.input, limit: command.limit, running)
        } catch {
            throw NodeSystemError("\(command.path): \(error.localizedDescription)")
        }
        if let reason = running.reason { throw reason }
        return result
    }

    /// One of ours, or one of the machine that we run on; a bare name is looked for in the folders
    /// of programs.
    private func program(_ path: String) throws(NodeSystemError) -> String {
        if path.contains("/") {
            return (try? status(of: path)) != nil ? place(path) : path
        }
        let folders = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
        for folder in folders.split(separator: ":") {
            if access("\(folder)/\(path)", X_OK) == 0 { return "\(folder)/\(path)" }
        }
        throw NodeSystemError("\(path): \(String(cString: strerror(ENOENT)))")
    }

    /// What it says is kept in files, which take all of it while nobody reads.
    private static func result(
        of process: Process, input: [UInt8], limit: Duration?, _ running: RunningProgram
    ) async throws -> CommandResult {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "updraft-\(UUID().uuidString)", directoryHint: .isDirectory)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let files = ["input", "output", "errors"].map { folder.appending(path: $0) }
        try Data(input).write(to: files[0])
        for file in files.dropFirst() { try Data().write(to: file) }
        let source = try FileHandle(forReadingFrom: files[0])
        let output = try FileHandle(forWritingTo: files[1])
        let errors = try FileHandle(forWritingTo: files[2])
        process.standardInput = source
        process.standardOutput = output
        process.standardError = errors
        try await withTaskCancellationHandler {
            try await end(of: process, limit: limit, running)
        } onCancel: {
            running.end(.stopped)
        }
        let wasSignalled = process.terminationReason == .uncaughtSignal
        return CommandResult(
            status: Int(process.terminationStatus) + (wasSignalled ? 128 : 0),
            output: Array(try Data(contentsOf: files[1])),
            errors: Array(try Data(contentsOf: files[2])))
    }

    private static func end(
        of process: Process, limit: Duration?, _ running: RunningProgram
    ) async throws {
        let name = process.executableURL?.lastPathComponent ?? "program"
        try await withCheckedThrowingContinuation { (ended: CheckedContinuation<Void, any Error>) in
            process.terminationHandler = { _ in
                running.finish()
                ended.resume()
            }
            do { try Self.startUnmasked(process) } catch {
                running.finish()
                return ended.resume(throwing: error)
            }
            running.began(process.processIdentifier)
            guard let limit else { return }
            let milliseconds = limit / .milliseconds(1)
            DispatchQueue.global().asyncAfter(deadline: .now() + milliseconds / 1_000) {
                running.end(NodeSystemError("\(name): it took longer than \(limit)"))
            }
        }
    }

    /// Programs have the mask of signals of the thread that starts them, and threads of pools mask
    /// all of them: shells would wait for their children for ever, and nobody could be ended.
    private static func startUnmasked(_ process: Process) throws {
        var (none, former) = (sigset_t(), sigset_t())
        sigemptyset(&none)
        pthread_sigmask(SIG_SETMASK, &none, &former)
        defer { pthread_sigmask(SIG_SETMASK, &former, nil) }
        try process.run()
    }
}
