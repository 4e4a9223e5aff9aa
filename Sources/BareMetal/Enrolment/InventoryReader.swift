public import Hardware

/// Reads TripleO's `instackenv.json`, and the same in YAML.
///
/// What TripleO's own validation refuses is refused here, and all of it is told at once. Keys that
/// start with an underscore are comments.
public struct InventoryReader {
    /// Keys beside `nodes` that early files carry for tools long gone.
    private static let formerKeys = [
        "arch", "host-ip", "power_manager", "seed-ip", "ssh-key", "ssh-user",
    ]

    private let log: InputProblemLog
    private var identities = NodeIdentities()

    /// - Parameters:
    ///   - bytes: What the file holds. JSON if the file's name ends in `.json`, else YAML.
    ///   - file: The file's name, for messages.
    /// - Throws: Everything that is wrong with the file. No message holds a password.
    public static func read(
        _ bytes: [UInt8],
        file: String
    ) throws(InputProblems) -> Inventory {
        let log = InputProblemLog(file: file)
        var reader = InventoryReader(log: log)
        var nodes: [NodeDescription] = []
        if let root = InputDocument.read(bytes, syntax: .init(file: file), log: log) {
            nodes = reader.inventory(root)
        }
        try log.throwIfAny()
        return Inventory(nodes: nodes)
    }

    private init(log: InputProblemLog) { self.log = log }

    private mutating func inventory(_ root: InputCursor) -> [NodeDescription] {
        let shape = "a list of nodes"
        guard let mapping = root.mapping(expected: "a mapping with the key 'nodes'") else {
            return []
        }
        for entry in mapping.entries where !entry.key.hasPrefix("_") {
            if entry.key == "nodes" || Self.formerKeys.contains(entry.key) { continue }
            mapping.reportUnknown(entry.key, line: entry.line, known: ["nodes"])
        }
        guard let list = mapping.required("nodes", expected: shape),
            let entries = list.list(expected: shape)
        else { return [] }
        if entries.isEmpty { list.report("found an empty list, expected at least one node") }
        return named(entries.map { node($0) })
    }

    private mutating func node(_ cursor: InputCursor) -> NodeReader.Draft? {
        guard let mapping = cursor.mapping(expected: "a mapping that describes a node") else {
            return nil
        }
        var reader = NodeReader(mapping, identities: identities)
        // The copy above must not be a second owner: a hundred thousand identities are not copied
        // for each node.
        identities = NodeIdentities()
        defer { identities = reader.identities }
        return reader.read()
    }

    /// Gives the nameless their names, once all the chosen names are known.
    private mutating func named(_ drafts: [NodeReader.Draft?]) -> [NodeDescription] {
        drafts.enumerated().compactMap { index, draft in
            guard let draft else { return nil }
            let name = draft.name ?? identities.freeName("node-\(index)")
            return draft.description(named: name)
        }
    }
}
