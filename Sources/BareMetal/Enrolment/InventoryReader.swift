public import Hardware

/// Reads the files in which operators hand machines over, whichever of the known forms they have.
///
/// What TripleO's own validation refuses is refused here, and all of it is told at once. Keys that
/// start with an underscore are comments.
public struct InventoryReader {
    private let log: InputProblemLog
    private var identities = NodeIdentities()

    /// - Parameters:
    ///   - bytes: What the file holds.
    ///   - file: The file's name, for messages. JSON if it ends in `.json`, rows if in `.csv`, YAML
    ///     if in `.yaml` or `.yml`; where it ends otherwise, the content tells.
    ///   - form: What the file is; nil to find out from the file.
    /// - Throws: Everything that is wrong with the file. No message holds a password.
    public static func read(
        _ bytes: [UInt8],
        file: String,
        as form: InventoryForm? = nil
    ) throws(InputProblems) -> Inventory {
        let log = InputProblemLog(file: file)
        var reader = InventoryReader(log: log)
        let nodes = reader.named(reader.mappings(bytes, form: form).map { reader.node($0) })
        try log.throwIfAny()
        return Inventory(nodes: nodes, notices: log.notices.sorted { $0.line < $1.line })
    }

    private init(log: InputProblemLog) { self.log = log }

    private func mappings(_ bytes: [UInt8], form: InventoryForm?) -> [InputMapping?] {
        let ending = FileEnding(log.file)
        if form?.isRows ?? (ending == .rows || ending == nil && Self.looksLikeRows(bytes)) {
            guard let text = InputText.decode(bytes, log: log) else { return [] }
            return CSVNodes(log: log).mappings(text, form: form)
        }
        let syntax: InputDocument.Syntax = ending == .json ? .json : .yaml
        guard let root = InputDocument.read(bytes, syntax: syntax, log: log) else { return [] }
        return InventoryDocument(log: log, form: form).mappings(root)
    }

    /// Whether the first line that says anything is a row of values.
    private static func looksLikeRows(_ bytes: [UInt8]) -> Bool {
        let lines = bytes.split { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
        let first = lines.lazy.map { String(decoding: $0, as: UTF8.self).withoutOuterSpace }
            .first { !$0.isEmpty && !$0.hasPrefix("#") }
        guard let first, let start = first.first, !"{[-\"'".contains(start) else { return false }
        return first.split(separator: ",", omittingEmptySubsequences: false).count > 3
    }

    private mutating func node(_ mapping: InputMapping?) -> NodeReader.Draft? {
        guard let mapping else { return nil }
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
