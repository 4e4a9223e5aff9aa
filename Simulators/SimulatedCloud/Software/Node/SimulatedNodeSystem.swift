import Hardware
import NodeAgent
import OrderedCollections
import SimulatedDatacenter
import Simulation

/// The files and commands of the system that a simulated machine was started with.
///
/// Its root lies on the disk it was started from, `/mnt` on the ephemeral partition where there is
/// one, and `/run`, `/tmp` and what the kernel tells in memory: that is gone with the process.
/// Nothing is done for a process that has ended.
final class SimulatedNodeSystem: NodeSystem {
    /// Commands that have run and are still known, the last of them.
    static let knownCommands = 1_000
    /// Links that are followed for one path before it counts as a circle (Linux).
    private static let linkLimit = 40
    private static let inMemory: Set<String> = ["run", "tmp", "sys", "proc", "dev"]

    private struct Memory {
        var files = FileFolder()
        var ran: [NodeCommand] = []
        var troubles: [NodeTrouble] = []
    }

    let machine: SimulatedMachine
    let process: SimulatedProcess
    private let disk: String
    private let programs: NodePrograms
    private let memory: Confined<Memory>

    /// - Parameters:
    ///   - disk: what it was started from.
    ///   - image: what the image has, for a disk that nothing has been written to since.
    init(
        on machine: SimulatedMachine, disk: String, process: SimulatedProcess,
        image: FileFolder = NodeImage.files, programs: NodePrograms = .usual
    ) {
        self.machine = machine
        self.disk = disk
        self.process = process
        self.programs = programs
        memory = Confined(
            process.simulator, Memory(files: NodeImage.kernelFiles(of: machine.facts)))
        unpack(image)
    }

    private func unpack(_ image: FileFolder) {
        _ = try? machine.change(.root, on: disk, process: process) { files in
            if files.names.isEmpty { files = image }
        }
    }

    /// What has run, in order.
    var commands: [NodeCommand] { memory.read(\.ran) }

    /// Lets commands come to grief from now on.
    func befall(_ trouble: NodeTrouble) { memory.write { $0.troubles.append(trouble) } }

    /// Lets commands be as they should be.
    func recover() { memory.write { $0.troubles = [] } }

    // MARK: Paths

    private enum Area {
        case memory
        case disk(FileArea)
    }

    /// Where a path without links lies, and the way there.
    private func place(_ names: [String]) throws(NodeSystemError) -> (Area, ArraySlice<String>) {
        guard let first = names.first else { return (.disk(.root), []) }
        if Self.inMemory.contains(first) { return (.memory, names[...]) }
        if first == "mnt", names.count > 1, machine.ephemeral(on: disk) != nil {
            return (.disk(.ephemeral), names.dropFirst())
        }
        return (.disk(.root), names[...])
    }

    private func item(_ names: [String]) throws(NodeSystemError) -> FileItem? {
        guard process.isAlive else { throw .stopped }
        let (area, way) = try place(names)
        switch area {
        case .memory: return memory.look { $0.files.item(way) }
        case .disk(let area):
            do {
                return try machine.look(at: area, on: disk) { $0.item(way) } ?? nil
            } catch { throw NodeSystemError("/\(names.joined(separator: "/")): \(error)") }
        }
    }

    /// The names on the way to a path once links are followed; the last one's too, or not.
    private func way(
        to path: String, _ last: LastLink
    ) throws(NodeSystemError) -> [String] {
        var rest = path.split(separator: "/").map(String.init)[...]
        var found: [String] = []
        var links = 0
        while let name = rest.popFirst() {
            switch name {
            case ".": continue
            case "..":
                _ = found.popLast()
                continue
            default: found.append(name)
            }
            guard last == .followed || !rest.isEmpty, case .link(let target)? = try item(found)
            else { continue }
            links += 1
            guard links <= Self.linkLimit else {
                throw NodeSystemError("\(path): Too many levels of symbolic links")
            }
            if target.hasPrefix("/") { found = [] } else { found.removeLast() }
            rest = (target.split(separator: "/").map(String.init) + rest)[...]
        }
        return found
    }

    /// What becomes of a link that a path ends in.
    private enum LastLink { case followed, kept }

    private func set(
        _ item: FileItem?, at names: [String], _ path: String
    ) throws(NodeSystemError) {
        guard process.isAlive else { throw .stopped }
        let (area, way) = try place(names)
        let isThere: Bool
        switch area {
        case .memory: isThere = memory.write { $0.files.set(item, at: way) }
        case .disk(let area):
            do throws(DeviceError) {
                isThere = try machine.change(area, on: disk, process: process) {
                    $0.set(item, at: way)
                }
            } catch { throw NodeSystemError("\(path): \(Self.words(error))") }
        }
        guard isThere else { throw NodeSystemError("\(path): Not a directory") }
    }

    private static func words(_ error: DeviceError) -> String {
        switch error {
        case .diskFull: "No space left on device"
        case .writeProtected: "Read-only file system"
        case .revoked: NodeSystemError.stopped.description
        default: "Input/output error"
        }
    }

    // MARK: Files

    func contents(of path: String) throws(NodeSystemError) -> [UInt8]? {
        switch try item(try way(to: path, .followed)) {
        case .file(let file)?: return file.bytes
        case .folder?: throw NodeSystemError("\(path): Is a directory")
        case .link?, nil: return nil
        }
    }

    func status(of path: String) throws(NodeSystemError) -> FileStatus? {
        func status(_ kind: FileStatus.Kind, _ attributes: FileAttributes) -> FileStatus {
            FileStatus(
                kind: kind, mode: attributes.mode, owner: attributes.owner,
                group: attributes.group)
        }
        switch try item(try way(to: path, .followed)) {
        case .file(let file)?: return status(.file, file.attributes)
        case .folder(let folder)?: return status(.folder, folder.attributes)
        case .link?, nil: return nil
        }
    }

    func names(in folder: String) throws(NodeSystemError) -> [String]? {
        guard case .folder(let folder)? = try item(try way(to: folder, .followed)) else {
            return nil
        }
        return folder.names
    }

    func replace(_ path: String, with file: FileContents) throws(NodeSystemError) {
        let names = try way(to: path, .kept)
        if case .folder? = try item(names) { throw NodeSystemError("\(path): Is a directory") }
        let attributes = FileAttributes(
            mode: file.mode, owner: file.owner ?? 0, group: file.group ?? 0)
        try set(.file(StoredFile(file.bytes, attributes)), at: names, path)
    }

    func remove(_ path: String) throws(NodeSystemError) {
        let names = try way(to: path, .kept)
        switch try item(names) {
        case .folder?: throw NodeSystemError("\(path): Is a directory")
        case nil: return
        case .file?, .link?: try set(nil, at: names, path)
        }
    }

    func makeFolder(_ path: String, mode: Int) throws(NodeSystemError) {
        let names = try way(to: path, .followed)
        for count in names.indices.map({ $0 + 1 }) {
            let part = Array(names.prefix(count))
            switch try item(part) {
            case .folder?: continue
            case nil: try set(.folder(FileFolder(FileAttributes(mode: mode))), at: part, path)
            case .file?, .link?: throw NodeSystemError("\(path): Not a directory")
            }
        }
    }

    func move(_ path: String, to other: String) throws(NodeSystemError) {
        let source = try way(to: path, .kept)
        let goal = try way(to: other, .kept)
        guard let item = try item(source) else {
            throw NodeSystemError("\(path): No such file or directory")
        }
        if case .folder? = try self.item(Array(goal.dropLast())) {
        } else {
            throw NodeSystemError("\(other): No such file or directory")
        }
        if case .folder(let folder)? = try self.item(goal), !folder.names.isEmpty {
            throw NodeSystemError("\(other): Directory not empty")
        }
        try set(item, at: goal, other)
        try set(nil, at: source, path)
    }

    func target(of link: String) throws(NodeSystemError) -> String? {
        guard case .link(let target)? = try item(try way(to: link, .kept)) else { return nil }
        return target
    }

    func link(_ path: String, to target: String) throws(NodeSystemError) {
        let names = try way(to: path, .kept)
        guard try item(names) == nil else { throw NodeSystemError("\(path): File exists") }
        try set(.link(target), at: names, path)
    }

    /// Every account has the number of its name's own; root has none.
    func number(of account: Account) throws(NodeSystemError) -> Int? {
        switch account {
        case .user(let name), .group(let name): NodeImage.accounts[name]
        case .userNumber(let number), .groupNumber(let number):
            NodeImage.accounts.values.contains(number) ? number : nil
        }
    }

    // MARK: Commands

    func run(_ command: NodeCommand) async throws(NodeSystemError) -> CommandResult {
        let program = try program(of: command)
        memory.write {
            if $0.ran.count == Self.knownCommands { $0.ran.removeFirst() }
            $0.ran.append(command)
        }
        let trouble = memory.look { $0.troubles.first { $0.befalls(command) } }
        try await spend(program.duration * (trouble == nil ? 1 : 0.5), command)
        switch trouble?.kind {
        case .hangs: try await wait(until: nil, command)
        case .killed: return CommandResult(status: 137, errors: Array("Killed\n".utf8))
        case .fails(let status): return CommandResult(status: status)
        case .agentsKilled:
            process.kill()
            throw .stopped
        case nil: break
        }
        return try await program.act(command, self)
    }

    private func program(of command: NodeCommand) throws(NodeSystemError) -> NodeProgram {
        let isBare = !command.path.contains("/")
        let name = command.path.split(separator: "/").last.map(String.init) ?? ""
        if isBare || NodePrograms.folders.contains(where: command.path.hasPrefix),
            let program = programs[name]
        {
            return program
        }
        guard !isBare, let status = try status(of: command.path) else {
            throw NodeSystemError("\(command.path): No such file or directory")
        }
        guard status.kind == .file, status.isExecutable else {
            throw NodeSystemError("\(command.path): Permission denied")
        }
        return .script
    }

    private func spend(
        _ duration: Duration, _ command: NodeCommand
    ) async throws(NodeSystemError) {
        let end = process.simulator.now + duration * machine.slowdown
        try await wait(until: end, command)
    }

    private func wait(
        until end: VirtualTime?, _ command: NodeCommand
    ) async throws(NodeSystemError) {
        do { try await process.wait(WaitReason("runs", command.path), until: end) } catch {
            throw .stopped
        }
    }
}
