import Documents
import Yams

/// The key `<<`, by which a mapping takes over the entries of others (YAML 1.1's merge key,
/// yaml.org/type/merge.html). Its own entries come first, then those of each source in turn.
enum MergeKey {
    /// Mappings that one may take over, those that its sources take over among them.
    static let limit = 100

    /// Quoted, the same letters are a name like any other.
    static func isOne(_ key: Yams.Node) -> Bool {
        guard case .scalar(let scalar) = key else { return false }
        return DuplicateKey.restored(scalar.string) == "<<" && scalar.style == .plain
    }

    /// What a mapping takes over, what counts most first.
    static func sources(
        of mapping: Yams.Node.Mapping, at cursor: InputCursor
    ) -> [Yams.Node.Mapping] {
        var found: [Yams.Node.Mapping] = []
        collect(mapping, at: cursor, into: &found)
        if found.count > limit {
            cursor.report("takes over more than \(limit) mappings by '<<'")
            return []
        }
        return found
    }

    private static func collect(
        _ mapping: Yams.Node.Mapping, at cursor: InputCursor,
        into found: inout [Yams.Node.Mapping]
    ) {
        for (key, value) in mapping where isOne(key) {
            for source in value.sequence.map(Array.init) ?? [value] {
                guard found.count <= limit else { return }
                guard case .mapping(let taken) = source else {
                    report(source, key, cursor)
                    continue
                }
                found.append(taken)
                collect(taken, at: cursor, into: &found)
            }
        }
    }

    private static func report(_ source: Yams.Node, _ key: Yams.Node, _ cursor: InputCursor) {
        let line = source.mark?.line ?? key.mark?.line ?? cursor.line
        let place = InputCursor(
            source, line: line, path: cursor.path.appending(key: "<<"), log: cursor.log)
        place.reportMismatch(expected: "a mapping, or a list of them, whose entries are taken over")
    }
}
