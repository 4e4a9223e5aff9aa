import Documents
import OrderedCollections

/// What was collected, as files: each piece as it is now, as it was first seen, and as it was when
/// the command last succeeded with it. A piece has changed while it differs from that last one, so
/// a command that fails is run again in every round.
///
/// Source: os-collect-config 14.1.0, `cache`.
package struct MetadataCache<System: NodeSystem>: Sendable {
    /// Source: os-collect-config 14.1.0.
    package static var defaultFolder: String { "/var/lib/os-collect-config" }

    private let system: System
    private let folder: String

    package init(on system: System, folder: String) {
        self.system = system
        self.folder = folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    }

    package func path(of name: String) -> String { "\(folder)/\(name).json" }

    /// Keeps a piece as it is now.
    /// - Returns: whether it has changed.
    package func store(_ document: CollectedDocument) throws(NodeSystemError) -> Bool {
        let path = path(of: document.name)
        let file = FileContents(bytes: Array(document.value.indentedJSON.utf8), mode: 0o600)
        let isNew = try system.status(of: "\(path).orig") == nil
        if isNew { try system.replace("\(path).orig", with: file) }
        try system.replace(path, with: file)
        guard !isNew, let text = try system.text(of: "\(path).last"),
            let last = try? DocumentValue(json: text)
        else { return true }
        return !last.isSame(as: document.value)
    }

    /// Remembers that the command succeeded with a piece as it is now.
    package func commit(_ name: String) throws(NodeSystemError) {
        guard let bytes = try system.contents(of: path(of: name)) else { return }
        let file = FileContents(bytes: bytes, mode: 0o600)
        try system.replace("\(path(of: name)).last", with: file)
    }

    /// Copies all of it to another folder, which then holds nothing else.
    package func copy(to other: String) throws(NodeSystemError) {
        let names = try system.names(in: folder) ?? []
        for name in try system.names(in: other) ?? [] where !names.contains(name) {
            if try system.isFile("\(other)/\(name)") { try system.remove("\(other)/\(name)") }
        }
        for name in names {
            guard let status = try system.status(of: "\(folder)/\(name)"), status.kind == .file,
                let bytes = try system.contents(of: "\(folder)/\(name)")
            else { continue }
            let file = FileContents(bytes: bytes, mode: status.mode)
            try system.replace("\(other)/\(name)", with: file)
        }
    }

    /// Writes down which files there are, in their order (`os_config_files.json`).
    package func list(_ names: [String]) throws(NodeSystemError) {
        let paths = DocumentValue.list(names.map { .string(path(of: $0)) })
        let file = FileContents(bytes: Array(paths.json.utf8), mode: 0o600)
        try system.replace(path(of: "os_config_files"), with: file)
    }
}

extension DocumentValue {
    /// As Python compares: maps in any order, and numbers by what they are worth.
    fileprivate func isSame(as other: DocumentValue) -> Bool {
        switch (self, other) {
        case (.map(let one), .map(let two)):
            return one.count == two.count
                && one.allSatisfy { two[$0]?.isSame(as: $1) == true }
        case (.list(let one), .list(let two)):
            return one.count == two.count && zip(one, two).allSatisfy { $0.isSame(as: $1) }
        default:
            if let one = number, let two = other.number { return one == two }
            return self == other
        }
    }

    private var number: Double? {
        switch self {
        case .bool(let truth): truth ? 1 : 0
        case .integer(let number): Double(number)
        case .real(let number): number
        default: nil
        }
    }
}
