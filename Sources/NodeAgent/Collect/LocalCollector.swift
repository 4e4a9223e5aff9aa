import Documents

/// Metadata that lies in folders of the machine itself. A folder or a file that others may write to
/// makes all of it void.
///
/// Source: os-collect-config 14.1.0, `local`.
package struct LocalCollector<System: NodeSystem>: Sendable {
    /// Where nothing else is said.
    package static var defaultFolders: [String] { ["/var/lib/os-collect-config/local-data"] }

    private static var worldWritable: Int { 0o002 }

    private let system: System
    private let folders: [String]
    private let owner: Int

    /// - Parameter owner: the number of the account that collects, whose the folders must be.
    package init(on system: System, folders: [String], owner: Int) {
        self.system = system
        self.folders = folders
        self.owner = owner
    }

    /// - Returns: the files of all folders in the order of their names' bytes; nil where they may
    ///   not be trusted, or one is not JSON.
    package func collect() -> [CollectedDocument]? {
        var documents: [CollectedDocument] = []
        for folder in folders {
            guard let status = (try? system.status(of: folder)) ?? nil else { continue }
            guard status.owner == owner, status.mode & Self.worldWritable == 0,
                let names = (try? system.names(in: folder)) ?? nil
            else { return nil }
            for name in names where !name.hasPrefix(".") {
                guard let status = (try? system.status(of: "\(folder)/\(name)")) ?? nil,
                    status.kind != .folder
                else { continue }
                guard status.mode & Self.worldWritable == 0,
                    let text = (try? system.text(of: "\(folder)/\(name)")) ?? nil,
                    let value = try? DocumentValue(json: text)
                else { return nil }
                documents.append(CollectedDocument(name, value))
            }
        }
        return documents.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    }
}
