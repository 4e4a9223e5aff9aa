import NodeAgent

/// A system that breaks one promise.
struct DefectiveNodeSystem: NodeSystem {
    enum Defect: String, Sendable, CaseIterable {
        case forgetsBits, keepsRemoved, unsorted, movesByCopy, followsOnWrite, ignoresFailure
    }

    let system: any NodeSystem
    let defect: Defect

    func contents(of path: String) throws(NodeSystemError) -> [UInt8]? {
        try system.contents(of: path)
    }

    func status(of path: String) throws(NodeSystemError) -> FileStatus? {
        try system.status(of: path)
    }

    func names(in folder: String) throws(NodeSystemError) -> [String]? {
        let names = try system.names(in: folder)
        return defect == .unsorted ? names?.reversed() : names
    }

    func replace(_ path: String, with file: FileContents) throws(NodeSystemError) {
        var file = file
        var path = path
        if defect == .forgetsBits { file.mode = 0o644 }
        if defect == .followsOnWrite, let target = try system.target(of: path) {
            let folder = path.split(separator: "/").dropLast().joined(separator: "/")
            path = "/\(folder)/\(target)"
        }
        try system.replace(path, with: file)
    }

    func remove(_ path: String) throws(NodeSystemError) {
        if defect != .keepsRemoved { try system.remove(path) }
    }

    func makeFolder(_ path: String, mode: Int) throws(NodeSystemError) {
        try system.makeFolder(path, mode: mode)
    }

    func move(_ path: String, to other: String) throws(NodeSystemError) {
        guard defect == .movesByCopy, let bytes = try system.contents(ofFile: path) else {
            return try system.move(path, to: other)
        }
        try system.replace(other, with: FileContents(bytes: bytes))
    }

    func target(of link: String) throws(NodeSystemError) -> String? {
        try system.target(of: link)
    }

    func link(_ path: String, to target: String) throws(NodeSystemError) {
        try system.link(path, to: target)
    }

    func number(of account: Account) throws(NodeSystemError) -> Int? {
        try system.number(of: account)
    }

    func run(_ command: NodeCommand) async throws(NodeSystemError) -> CommandResult {
        let result = try await system.run(command)
        return defect == .ignoresFailure ? CommandResult(status: 0) : result
    }
}

extension NodeSystem {
    /// A file's bytes; nil for what is none.
    fileprivate func contents(ofFile path: String) throws(NodeSystemError) -> [UInt8]? {
        guard try status(of: path)?.kind == .file else { return nil }
        return try contents(of: path)
    }
}
